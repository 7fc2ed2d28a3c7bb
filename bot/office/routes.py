"""All pages of the office, in one table: who may see what is read from here, and tested from here."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine
from starlette.routing import Route

from bot.office.gate import Page, guarded
from bot.office.pages import (
    account,
    assignment,
    conversation,
    conversation_request,
    conversations,
    files,
    letter_templates,
    logs,
    missed,
    moves,
    outbox,
    people,
    register,
    report,
    request_page,
    retention,
    school_keys,
    schools,
    sign_in,
    standard_answers,
    worklist,
)
from bot.people.roles import (
    ANSWER_QUESTIONS,
    EDIT_TEMPLATES,
    MANAGE_PEOPLE,
    MANAGE_SCHOOLS,
    READ_LOGS,
    READ_REPORTS,
    READ_REQUESTS,
    TEACH_BOT,
    WORK_REQUESTS,
)
from bot.web.door import open_door

_R = "/verzoek/{reference}"
_S = "/school/{school}"
_C = "/gesprek/{conversation}"
POST = ("POST",)
BOTH = ("GET", "POST")
PAGES: tuple[Page, ...] = (
    # Signing in
    Page(path="/inloggen", handler=sign_in.password, methods=BOTH, entry="anyone"),
    # These wait for another server, so they hold no lock meanwhile.
    Page(
        path="/inloggen/schoolaccount",
        handler=sign_in.to_provider,
        entry="anyone",
        reads_only=True,
    ),
    Page(path="/inloggen/terug", handler=sign_in.from_provider, entry="anyone", reads_only=True),
    Page(path="/code", handler=sign_in.code, methods=BOTH, entry="waiting"),
    Page(path="/tweede-factor", handler=sign_in.second_factor, methods=BOTH, entry="waiting"),
    Page(path="/uitloggen", handler=sign_in.leave, methods=POST, entry="waiting"),
    Page(path="/wachtwoord", handler=account.password, methods=BOTH),
    Page(path="/account", handler=account.show),
    Page(path="", handler=account.home),
    # The worklist
    Page(path="/verzoeken", handler=worklist.show, permission=READ_REQUESTS, reads_only=True),
    Page(
        path="/verzoeken/toewijzen",
        handler=assignment.bulk,
        methods=POST,
        permission=WORK_REQUESTS,
    ),
    Page(path="/weergaven", handler=worklist.save_view, methods=POST, permission=READ_REQUESTS),
    Page(
        path="/weergaven/{view}/weg",
        handler=worklist.drop_view,
        methods=POST,
        permission=READ_REQUESTS,
    ),
    Page(path="/register.csv", handler=register.as_csv, permission=READ_REQUESTS),
    Page(path="/register.json", handler=register.as_json, permission=READ_REQUESTS),
    # One request
    Page(path=_R, handler=request_page.show, permission=READ_REQUESTS, about="request"),
    Page(
        path=f"{_R}/gegevens",
        handler=request_page.change,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/notitie",
        handler=request_page.note,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/controlepunten",
        handler=request_page.check,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/bewaren",
        handler=request_page.hold,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/behandelaar",
        handler=assignment.one,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/school",
        handler=assignment.school,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/bestand",
        handler=files.add,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/bestand/{{file}}",
        handler=files.download,
        permission=READ_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/brief/{{letter}}",
        handler=files.letter,
        permission=READ_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/stap/{{move}}",
        handler=moves.step,
        methods=BOTH,
        permission=WORK_REQUESTS,
        about="request",
    ),
    Page(
        path=f"{_R}/stap/{{move}}/pdf",
        handler=moves.preview_pdf,
        methods=POST,
        permission=WORK_REQUESTS,
        about="request",
    ),
    # Conversations
    Page(
        path="/gesprekken",
        handler=conversations.show,
        permission=ANSWER_QUESTIONS,
        reads_only=True,
    ),
    Page(
        path="/gesprekken/stand",
        handler=conversations.news,
        permission=ANSWER_QUESTIONS,
        reads_only=True,
        by_script=True,
    ),
    Page(
        path=_C,
        handler=conversation.show,
        permission=ANSWER_QUESTIONS,
        about="conversation",
        reads_only=True,
    ),
    Page(
        path=f"{_C}/nieuw",
        handler=conversation.live,
        permission=ANSWER_QUESTIONS,
        about="conversation",
        reads_only=True,
        by_script=True,
    ),
    Page(
        path=f"{_C}/tekst",
        handler=conversation.text_of,
        permission=ANSWER_QUESTIONS,
        about="conversation",
        reads_only=True,
    ),
    *(
        Page(
            path=f"{_C}/{name}",
            handler=handler,
            methods=POST,
            permission=ANSWER_QUESTIONS,
            about="conversation",
        )
        for name, handler in (
            ("overnemen", conversation.take),
            ("antwoord", conversation.answer),
            ("notitie", conversation.note),
            ("teruggeven", conversation.hand_back),
            ("doorgeven", conversation.hand_over),
            ("terugzetten", conversation.put_back),
            ("sluiten", conversation.close),
        )
    ),
    Page(
        path=f"{_C}/verzoek",
        handler=conversation_request.show,
        methods=BOTH,
        permission=ANSWER_QUESTIONS,
        about="conversation",
    ),
    Page(
        path="/standaardantwoorden",
        handler=standard_answers.show,
        methods=BOTH,
        permission=EDIT_TEMPLATES,
    ),
    Page(
        path="/standaardantwoorden/{answer}",
        handler=standard_answers.change,
        methods=POST,
        permission=EDIT_TEMPLATES,
    ),
    # What the bot learns from
    Page(path="/gemist", handler=missed.show, permission=TEACH_BOT, reads_only=True),
    Page(path="/gemist.yml", handler=missed.export, permission=TEACH_BOT),
    Page(path="/gemist/{missed}", handler=missed.judge, methods=POST, permission=TEACH_BOT),
    # What leaves the house
    Page(path="/verzending", handler=outbox.show, permission=WORK_REQUESTS),
    Page(path="/verzending/{message}", handler=outbox.act, methods=POST, permission=WORK_REQUESTS),
    # Figures and logs
    Page(path="/cijfers", handler=report.show, permission=READ_REPORTS, reads_only=True),
    Page(path="/jaarverslag.pdf", handler=report.pdf, permission=READ_REPORTS, reads_only=True),
    Page(path="/logboek", handler=logs.show, permission=READ_LOGS),
    Page(path="/bewaartermijnen", handler=retention.show, permission=READ_REPORTS),
    Page(
        path="/bewaartermijnen/{kind}",
        handler=retention.save,
        methods=POST,
        permission=MANAGE_SCHOOLS,
        whole_board=True,
    ),
    # Settings
    Page(path="/scholen", handler=schools.all_schools, permission=EDIT_TEMPLATES),
    Page(
        path="/scholen/nieuw",
        handler=schools.new,
        methods=BOTH,
        permission=MANAGE_SCHOOLS,
        whole_board=True,
    ),
    Page(path=_S, handler=schools.edit, methods=BOTH, permission=MANAGE_SCHOOLS, about="school"),
    Page(
        path=f"{_S}/vakantie",
        handler=schools.holiday,
        methods=POST,
        permission=MANAGE_SCHOOLS,
        about="school",
    ),
    Page(
        path=f"{_S}/koppelingen",
        handler=school_keys.show,
        methods=BOTH,
        permission=MANAGE_SCHOOLS,
        about="school",
    ),
    Page(
        path=f"{_S}/brieven",
        handler=letter_templates.all_letters,
        permission=EDIT_TEMPLATES,
        about="school",
    ),
    Page(
        path=f"{_S}/brieven/{{letter}}",
        handler=letter_templates.edit,
        methods=BOTH,
        permission=EDIT_TEMPLATES,
        about="school",
    ),
    Page(path="/mensen", handler=people.everybody, permission=MANAGE_PEOPLE),
    Page(path="/mensen/nieuw", handler=people.new, methods=BOTH, permission=MANAGE_PEOPLE),
    Page(path="/mensen/{account}", handler=people.edit, methods=BOTH, permission=MANAGE_PEOPLE),
)


def office_routes(engine: Callable[[], Engine]) -> list[Route]:
    return [
        Route(
            f"/kantoor{page.path}",
            open_door(guarded(page), engine, reads_only=page.reads_only),
            methods=list(page.methods),
        )
        for page in PAGES
    ]
