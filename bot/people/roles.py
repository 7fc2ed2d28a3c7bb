"""Who may do what: one table of roles and permissions."""

from __future__ import annotations

STAFF = "medewerker"
ADMINISTRATION = "administratie"
OFFICER = "fg"
MANAGER = "beheerder"
ROLES_NL: dict[str, str] = {
    STAFF: "Medewerker: beantwoordt vragen uit de chat",
    ADMINISTRATION: "Administratie: behandelt verzoeken en klachten",
    OFFICER: "FG: leest alles, ook de logboeken",
    MANAGER: "Beheerder: scholen, mensen en instellingen",
}

ANSWER_QUESTIONS = "answer_questions"
READ_REQUESTS = "read_requests"
WORK_REQUESTS = "work_requests"
READ_LOGS = "read_logs"
READ_REPORTS = "read_reports"
EDIT_TEMPLATES = "edit_templates"
MANAGE_SCHOOLS = "manage_schools"
MANAGE_PEOPLE = "manage_people"
TEACH_BOT = "teach_bot"

# A manager sets things up and sees no child's data: AVG artikel 5 lid 1 onder c and f.
PERMISSIONS: dict[str, frozenset[str]] = {
    STAFF: frozenset({ANSWER_QUESTIONS}),
    ADMINISTRATION: frozenset({READ_REQUESTS, WORK_REQUESTS, READ_REPORTS, EDIT_TEMPLATES}),
    OFFICER: frozenset({READ_REQUESTS, READ_LOGS, READ_REPORTS}),
    # What teaches the bot is shown with personal data taken out.
    MANAGER: frozenset({READ_REPORTS, EDIT_TEMPLATES, MANAGE_SCHOOLS, MANAGE_PEOPLE, TEACH_BOT}),
}
EVERY_PERMISSION = frozenset().union(*PERMISSIONS.values())
