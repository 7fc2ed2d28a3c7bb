"""The schools that one installation serves."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.db.base import Base
from bot.db.types import Json, UtcDateTime


class School(Base):
    """One school. `office_hours` is a list of seven, Monday first: ["08:30", "16:00"] or None."""

    __tablename__ = "school"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    #: In addresses and in the widget's `data-school`; never changed.
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(Text)
    street: Mapped[str] = mapped_column(Text, default="")
    postcode: Mapped[str] = mapped_column(String(8), default="")
    city: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    #: Who answers questions about privacy; often one person for the whole board.
    fg_name: Mapped[str] = mapped_column(Text, default="")
    fg_email: Mapped[str] = mapped_column(Text, default="")
    complaint_term_weeks: Mapped[int] = mapped_column(default=4)
    #: Does the worker confirm every receipt by letter, without a person?
    confirms_receipt: Mapped[bool] = mapped_column(default=True)
    #: Is the board a bestuursorgaan? Then its refusal is a decision under the Awb: UAVG artikel 34.
    is_public_body: Mapped[bool] = mapped_column(default=False)
    #: {"colour": "#1f4e79", "footer": "…"}
    letterhead: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    office_hours: Mapped[list[list[str] | None]] = mapped_column(Json, default=list)
    #: The chat on the school's page: {"colour": "#1f4e79", "name": "…", "greeting": "…"}
    chat: Mapped[dict[str, Any]] = mapped_column(Json, default=dict, server_default="{}")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    holidays: Mapped[list[SchoolHoliday]] = relationship(
        back_populates="school", order_by="SchoolHoliday.first", cascade="all, delete-orphan"
    )


class SchoolHoliday(Base):
    """Days on which nobody is there. They do not move a legal deadline."""

    __tablename__ = "school_holiday"

    id: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True, default=uuid.uuid4)
    school_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("school.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)

    school: Mapped[School] = relationship(back_populates="holidays")
