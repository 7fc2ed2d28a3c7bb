"""Signing in with the school's own account: OpenID Connect, code flow with PKCE.

Works with any provider that publishes its configuration: Entra, Google, SURFconext. The provider's
word is taken only for people who have an account here already.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any, cast

import httpx2
from authlib.integrations.httpx_client import OAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.people.models import Account, email_hash
from bot.settings import Settings
from bot.time_limit import TimeLimit

#: For all that is asked of the provider while somebody waits for one page.
_TIMEOUT_SECONDS = 6.0
_ALGORITHMS = ["RS256", "PS256", "ES256"]
_UNREACHABLE = (
    "De inlogdienst van de school is niet bereikbaar. Probeer het zo opnieuw, of log hieronder in met "
    "uw e-mailadres en wachtwoord."
)
_REFUSED = "Inloggen met het schoolaccount lukte niet. Begin opnieuw."
_UNKNOWN = "Dit schoolaccount heeft hier geen toegang. Vraag het aan de beheerder."


class ProviderUnreachable(Exception):
    """The provider does not answer, or with nonsense."""


class SignInRefused(Exception):
    """This sign-in cannot be trusted, or this person has no account."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where to send the browser, and what its cookie keeps until it returns."""

    address: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the provider says this is. `email` only when the provider verified it."""

    issuer: str
    subject: str
    email: str | None


def is_configured(settings: Settings) -> bool:
    return bool(settings.oidc_issuer and settings.oidc_client_id and settings.oidc_client_secret)


def begin(settings: Settings) -> Start:
    """Raises ProviderUnreachable."""
    provider = _configuration(settings, TimeLimit(_TIMEOUT_SECONDS))
    verifier, nonce = secrets.token_urlsafe(48), secrets.token_urlsafe(24)
    with _client(settings) as client:
        address, state = client.create_authorization_url(
            provider["authorization_endpoint"], code_verifier=verifier, nonce=nonce
        )
    # An httponly cookie of this browser: state and nonce bind the answer to it, the verifier to us.
    return Start(address, json.dumps({"state": state, "nonce": nonce, "verifier": verifier}))


def finish(settings: Settings, sealed: str, query: dict[str, str]) -> Identity:
    """Who came back. Raises SignInRefused or ProviderUnreachable."""
    kept = _unseal(sealed)
    state = query.get("state", "").encode("utf-8", "replace")
    if not secrets.compare_digest(kept["state"].encode(), state) or "code" not in query:
        raise SignInRefused(_REFUSED)
    limit = TimeLimit(_TIMEOUT_SECONDS)
    provider = _configuration(settings, limit)
    try:
        with _client(settings, limit.left()) as client:
            token = client.fetch_token(
                provider["token_endpoint"],
                code=query["code"],
                code_verifier=kept["verifier"],
                grant_type="authorization_code",
            )
            keys = KeySet.import_key_set(
                cast(KeySetSerialization, _json(provider["jwks_uri"], limit))
            )
    except httpx2.HTTPError as error:
        raise ProviderUnreachable(_UNREACHABLE) from error
    except Exception as error:  # Authlib raises its own kinds for every refusal of the provider
        raise SignInRefused(_REFUSED) from error
    return _identity(settings, str(token.get("id_token") or ""), keys, kept["nonce"])


def account_of(session: Session, identity: Identity) -> Account:
    """The account that belongs to this identity; tied to it at the first sign-in.

    Raises SignInRefused for whoever has none: the manager makes accounts, not the provider.
    """
    account = session.scalar(
        select(Account).where(
            Account.oidc_issuer == identity.issuer, Account.oidc_subject == identity.subject
        )
    )
    if account is None and identity.email:
        account = session.scalar(
            select(Account).where(
                Account.email_hash == email_hash(identity.email), Account.oidc_subject.is_(None)
            )
        )
        if account is not None:
            account.oidc_issuer, account.oidc_subject = identity.issuer, identity.subject
    if account is None or account.disabled_at is not None:
        raise SignInRefused(_UNKNOWN)
    return account


def _identity(settings: Settings, id_token: str, keys: KeySet, nonce: str) -> Identity:
    # OpenID Connect Core 3.1.3.7: signature, issuer, audience, expiry and nonce must all hold.
    rules = jwt.JWTClaimsRegistry(
        leeway=60,
        iss={"essential": True, "value": settings.oidc_issuer or ""},
        aud={"essential": True, "value": settings.oidc_client_id or ""},
        exp={"essential": True},
        sub={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        claims = jwt.decode(id_token, keys, algorithms=_ALGORITHMS).claims
        rules.validate(claims)
    except (JoseError, ValueError) as error:
        raise SignInRefused(_REFUSED) from error
    # Entra leaves email_verified out; there the school's own directory decides about addresses.
    verified = claims.get("email_verified") is True or settings.oidc_trusts_email
    email = claims.get("email") if verified else None
    return Identity(str(claims["iss"]), str(claims["sub"]), str(email) if email else None)


def _client(settings: Settings, timeout: httpx2.Timeout | None = None) -> OAuth2Client:
    return OAuth2Client(
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        scope="openid email profile",
        redirect_uri=f"{settings.public_url}/kantoor/inloggen/terug",
        code_challenge_method="S256",
        timeout=timeout,
    )


def _configuration(settings: Settings, limit: TimeLimit) -> dict[str, Any]:
    issuer = (settings.oidc_issuer or "").rstrip("/")
    try:
        found = _json(f"{issuer}/.well-known/openid-configuration", limit)
    except (httpx2.HTTPError, ValueError) as error:
        raise ProviderUnreachable(_UNREACHABLE) from error
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if found.get("issuer") != settings.oidc_issuer or not all(found.get(key) for key in needed):
        raise ProviderUnreachable(_UNREACHABLE)
    return found


def _json(address: str, limit: TimeLimit) -> dict[str, Any]:
    answer = httpx2.get(address, timeout=limit.left())
    answer.raise_for_status()
    return answer.json()


def _unseal(sealed: str) -> dict[str, str]:
    try:
        kept = json.loads(sealed)
        return {key: str(kept[key]) for key in ("state", "nonce", "verifier")}
    except (ValueError, KeyError, TypeError) as error:
        raise SignInRefused(_REFUSED) from error
