"""Puts the interface for other systems together; mounted at /api/v1."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Depends, FastAPI
from sqlalchemy import Engine

from bot.api import destruction_routes, event_routes, register_routes, request_routes
from bot.api.docs_page import docs_page
from bot.api.openapi_document import complete_document
from bot.api.problem_handlers import HANDLERS
from bot.api.query import each_once
from bot.api.small_bodies import SmallBodies
from bot.api.webhook_description import describe_webhook

PREFIX = "/api/v1"
_ABOUT = """\
Hiermee leest een eigen systeem van de school de verzoeken van die school, en meldt het wat er \
buiten Dossierwijzer gebeurde.

Een beheerder maakt een sleutel in het kantoor, bij Koppelingen. Een sleutel hoort bij één school, \
en mag alleen lezen of ook de status veranderen. Stuur haar mee als `Authorization: Bearer dwk_…`.

Lijsten, gebeurtenissen, het register en wat is vernietigd bevatten geen namen. Wie één verzoek \
ophaalt, krijgt wel persoonsgegevens; dat komt in het leeslogboek.

Een sleutel mag 600 keer per minuut iets vragen."""


def make_api(engine: Callable[[], Engine]) -> FastAPI:
    """The ASGI application; `engine` tells which database, at each call."""
    api = FastAPI(
        title="Dossierwijzer voor systemen van de school",
        version="1.0.0",
        summary="Verzoeken, gebeurtenissen en register van één school.",
        description=_ABOUT,
        servers=[{"url": PREFIX}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        dependencies=[Depends(each_once)],
        generate_unique_id_function=lambda route: route.name,
        # An address holds a reference: nothing about a call goes to a collector.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    api.state.engine = engine
    api.add_middleware(SmallBodies)
    for error, handler in HANDLERS.items():
        api.add_exception_handler(error, handler)
    for module in (request_routes, event_routes, register_routes, destruction_routes):
        api.include_router(module.router)
    describe_webhook(api)
    api.add_route("/docs", docs_page, include_in_schema=False)
    complete_document(api)
    return api
