"""Puts the public process together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request as HttpRequest
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.api.app import PREFIX as API_PREFIX
from bot.api.app import make_api
from bot.chat.part import Chat
from bot.chat.routes import chat_app
from bot.db.session import default_engine
from bot.office.routes import office_routes
from bot.portal.routes import portal_routes
from bot.settings import load_settings
from bot.web.csrf import SameSiteOnly
from bot.web.demo_site.routes import demo_site
from bot.web.error_pages import error_page
from bot.web.headers import SecurityHeaders
from bot.web.health import Health
from bot.web.widget.route import widget_route

_STATIC = Path(__file__).parent / "static"


def make_app(engine: Callable[[], Engine] = default_engine) -> Starlette:
    """The ASGI application; `engine` tells which database, at each visit."""
    chat = Chat(engine)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with chat.running():
            yield

    routes: list[BaseRoute] = [
        Route("/health", Health(engine, chat.engines).endpoint),
        Mount("/chat/v1", chat_app(chat)),
        *office_routes(engine),
        *portal_routes(engine),
        Mount(API_PREFIX, make_api(engine)),
        widget_route(),
        demo_site(),
        Mount("/static", StaticFiles(directory=_STATIC)),
        Route("/", _home),
    ]
    app = Starlette(
        lifespan=lifespan,
        routes=routes,
        middleware=[
            Middleware(SecurityHeaders, https=load_settings().public_url.startswith("https:")),
            Middleware(SameSiteOnly, except_under=("/api/", "/chat/v1/")),
        ],
        exception_handlers={HTTPException: _known_error, Exception: _unknown_error},
    )
    app.state.chat = chat
    return app


async def _home(http: HttpRequest) -> Response:
    return RedirectResponse("/kantoor")


async def _known_error(http: HttpRequest, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return error_page(http, error.status_code)


async def _unknown_error(http: HttpRequest, error: Exception) -> Response:
    return error_page(http, 500)
