"""The addresses of the chat under /chat/v1: JSON, a token in each call, open to any page."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from bot.chat.door import known_error, open_door
from bot.chat.endpoints import Endpoints
from bot.chat.part import Chat


def chat_app(chat: Chat) -> Starlette:
    """The ASGI application of these addresses."""
    on = Endpoints(chat)
    routes = [
        Route("/school", open_door(on.school)),
        Route("/conversations", open_door(on.begin), methods=["POST"]),
        Route("/messages", open_door(on.send), methods=["POST"]),
        Route("/messages", open_door(on.messages)),
        Route("/events", open_door(on.events)),
        Route("/read", open_door(on.read), methods=["POST"]),
        Route("/transcript", open_door(on.transcript)),
        Route("/conversation", open_door(on.erase), methods=["DELETE"]),
    ]
    return Starlette(
        routes=routes,
        middleware=[
            # Any page may carry the widget: what opens a conversation is its token, no cookie.
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "POST", "DELETE"],
                allow_headers=["Authorization", "Content-Type"],
                expose_headers=["Retry-After"],
                max_age=86_400,
            )
        ],
        exception_handlers={HTTPException: known_error},
    )
