"""A real OpenID Connect provider on loopback, which can also lie, break and hang on request."""

from __future__ import annotations

import json
import threading
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT_ID, CLIENT_SECRET = "dossierwijzer", "een geheim van de school"
_BASIC = f"Basic {b64encode(f'{CLIENT_ID}:{CLIENT_SECRET}'.encode()).decode()}"
_KEY = RSAKey.generate_key(2048, {"kid": "een", "use": "sig"})
_OTHER_KEY = RSAKey.generate_key(2048, {"kid": "een", "use": "sig"})


@dataclass
class Provider:
    """`claims` replace what would be told; a claim of None is left out.

    `signed` is right, other_key, with_secret or not_at_all. A path in `breaks` answers with that
    status, or with nothing at all when it is 0.
    """

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    signed: str = "right"
    breaks: dict[str, int] = field(default_factory=dict)
    #: What the provider says of itself, where a test changes it.
    configuration: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    given: dict[str, dict[str, str]] = field(default_factory=dict)
    released: threading.Event = field(default_factory=threading.Event)

    def known(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
        } | self.configuration

    def authorize(self, query: dict[str, str]) -> str:
        """Somebody signs in at the provider: where the browser goes next."""
        code = f"code-{len(self.given)}"
        self.given[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """A code is good once, with the verifier of who asked (RFC 7636)."""
        query = self.given.pop(form.get("code", ""), None)
        challenge = urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest())
        if query is None or challenge.rstrip(b"=").decode() != query["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        token = self._id_token(query["nonce"])
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": token}

    def _id_token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": "persoon-1",
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "email": "administratie@school.nl",
            "email_verified": True,
        } | self.claims
        claims = {key: value for key, value in claims.items() if value is not None}
        if self.signed == "with_secret":
            return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(CLIENT_SECRET))
        if self.signed == "not_at_all":
            return f"{_part({'alg': 'none'})}.{_part(claims)}."
        key = _KEY if self.signed == "right" else _OTHER_KEY
        return jwt.encode({"alg": "RS256", "kid": "een"}, claims, key)


def _part(value: dict[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if not self._is_broken(path):
            answers = {
                "/.well-known/openid-configuration": self.provider.known,
                "/jwks": lambda: {"keys": [_KEY.as_dict(private=False)]},
            }
            if path == "/authorize":
                self._say(302, {}, self.provider.authorize(dict(parse_qsl(query))))
            else:
                self._say(200, answers[path]())

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        if self._is_broken(self.path):
            return
        if self.headers["authorization"] != _BASIC:
            self._say(401, {"error": "invalid_client"})
        else:
            self._say(*self.provider.token(dict(parse_qsl(body))))

    def _is_broken(self, path: str) -> bool:
        self.provider.asked.append(path)
        status = self.provider.breaks.get(path)
        if status == 0:
            self.provider.released.wait(30)
        elif status is not None:
            self._say(status, {"error": "server_error"})
        return status is not None

    def _say(self, status: int, body: dict[str, Any], location: str = "") -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        if location:
            self.send_header("location", location)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Tests are quiet."""


@contextmanager
def oidc_provider() -> Iterator[Provider]:
    """The provider, gone after the block."""
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def query_of(address: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
