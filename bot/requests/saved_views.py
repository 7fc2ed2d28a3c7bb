"""A person's own views of the worklist."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.requests.editing import EditRefused
from bot.requests.models import SavedView
from bot.requests.worklist import Filters

MOST = 20


def views_of(session: Session, account_id: uuid.UUID) -> Sequence[SavedView]:
    query = select(SavedView).where(SavedView.account_id == account_id)
    return session.scalars(query.order_by(SavedView.name)).all()


def save_view(session: Session, account_id: uuid.UUID, name: str, filters: Filters) -> SavedView:
    """Keeps the filters under a name; the same name is written over.

    Without the words that were searched for: those are names, and would outlive their request.
    """
    name = name.strip()[:60]
    if not name:
        raise EditRefused("Geef de weergave een naam.")
    views = views_of(session, account_id)
    view = next((view for view in views if view.name == name), None)
    if view is None:
        if len(views) >= MOST:
            raise EditRefused(f"U hebt al {MOST} weergaven. Verwijder er eerst een.")
        view = SavedView(account_id=account_id, name=name)
        session.add(view)
    view.query = replace(filters, search="").query
    session.flush()
    return view


def drop_view(session: Session, account_id: uuid.UUID, view_id: uuid.UUID) -> None:
    """Only one's own; another person's is left alone."""
    view = session.get(SavedView, view_id)
    if view is not None and view.account_id == account_id:
        session.delete(view)
