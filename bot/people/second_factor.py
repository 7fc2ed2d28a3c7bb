"""The second factor: codes of an app on the telephone (TOTP, RFC 6238), and codes for its loss."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

import pyotp
import segno

from bot.people.models import Account

_ISSUER = "Dossierwijzer"
_STEP = timedelta(seconds=30)
_RECOVERY_CODES = 8
_RECOVERY_ALPHABET = "34679acdefghjkmnpqrtwxy"


def new_secret() -> str:
    return pyotp.random_base32()


def opens_with_password_alone(account: Account) -> bool:
    """Has it a password and nothing beside it? A school's own sign-in service counts as more."""
    return bool(account.password_hash and not account.totp_secret and not account.oidc_subject)


def qr_svg(secret: str, email: str) -> str:
    """The picture that an app scans, drawn here: no other site sees the secret."""
    uri = pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=_ISSUER)
    return segno.make(uri, error="m").svg_inline(omitsize=True, title="QR-code voor de code-app")


def fitting_step(secret: str, code: str, at: datetime) -> int | None:
    """The time step this code belongs to, now or one before or after; None when it is wrong."""
    typed = "".join(code.split())
    totp = pyotp.TOTP(secret)
    for moment in (at, at - _STEP, at + _STEP):
        if secrets.compare_digest(totp.at(moment), typed.encode("ascii", "replace").decode()):
            return int(moment.timestamp()) // 30
    return None


def use_code(account: Account, code: str, at: datetime) -> bool:
    """Is this the account's code of this moment, not used before? Then it is used now."""
    step = fitting_step(account.totp_secret or "", code, at) if account.totp_secret else None
    if step is None or step <= account.totp_last_step:
        return False
    account.totp_last_step = step
    return True


def new_recovery_codes(account: Account) -> list[str]:
    """Gives the account fresh codes, to be shown once; only their hashes are kept."""
    codes = ["-".join(_four() for _ in range(3)) for _ in range(_RECOVERY_CODES)]
    account.recovery_hashes = [_hash(code) for code in codes]
    return codes


def use_recovery_code(account: Account, code: str) -> bool:
    """Is this one of the account's unused recovery codes? Then it is used now."""
    hashed = _hash(code)
    if hashed not in account.recovery_hashes:
        return False
    account.recovery_hashes = [one for one in account.recovery_hashes if one != hashed]
    return True


def _four() -> str:
    return "".join(secrets.choice(_RECOVERY_ALPHABET) for _ in range(4))


def _hash(code: str) -> str:
    # 12 random characters of 23 are 54 bits: a plain hash is enough, unlike for a password.
    plain = "".join(char for char in code.casefold() if char.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
