"""Tells in the OpenAPI document what an address of the school is sent."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Header

from bot.api.event_shapes import WebhookMessage


def describe_webhook(api: FastAPI) -> None:
    @api.webhooks.post(
        "gebeurtenis",
        summary="Bericht bij elke gebeurtenis",
        description="Wij sturen dit naar elk adres dat een beheerder bij Koppelingen opgaf. "
        "Antwoord binnen 10 seconden met een 2xx-status; anders proberen wij het later opnieuw. "
        "Controleer de handtekening voor u iets met het bericht doet.",
        status_code=204,
        response_description="Ontvangen.",
        responses={"4XX": {"description": "Niet aangenomen; wij proberen het later opnieuw."}},
        tags=["Gebeurtenissen"],
    )
    def told(
        message: WebhookMessage,
        x_dossierwijzer_event_id: Annotated[
            str, Header(description="Gelijk aan `event_id` in het bericht.")
        ],
        x_dossierwijzer_timestamp: Annotated[
            str, Header(description="Seconden sinds 1970, waarover ook is ondertekend.")
        ],
        x_dossierwijzer_signature: Annotated[
            str,
            Header(description="`sha256=` en de HMAC-SHA256 van tijdstip, punt en inhoud."),
        ],
        x_dossierwijzer_possibly_sent_before: Annotated[
            str, Header(description="`true` als u dit misschien al had.")
        ] = "",
    ) -> None: ...
