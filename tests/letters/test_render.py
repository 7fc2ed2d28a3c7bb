"""Templates are filled in, and cannot do anything else."""

from __future__ import annotations

import pytest

from bot.letters.kinds import LETTERS
from bot.letters.render import LONGEST_TEMPLATE, TemplateRefused, render
from bot.letters.templates import Template, standard_template
from bot.letters.values import VALUES_NL, letter_values
from bot.requests.kinds import KINDS
from tests.support.office import STATUS, TODAY, file_at, make_school


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("request_kind", KINDS)
def test_every_standard_letter_can_be_filled_in_for_every_kind(session, kind, request_kind) -> None:
    school = make_school(session)
    request = file_at(session, school, kind=request_kind)
    values = letter_values(request, school, today=TODAY, status_address=STATUS, note="Uitleg.")
    text = render(standard_template(kind), values)
    assert request.reference in text.subject
    assert text.body.startswith(f"Beste {request.requester_name},")
    assert "{" not in text.body
    assert "\n\n\n" not in text.body


def test_the_page_for_templates_explains_every_value(session) -> None:
    school = make_school(session)
    values = letter_values(file_at(session, school), school, today=TODAY, status_address=STATUS)
    assert values.keys() == VALUES_NL.keys()


@pytest.mark.parametrize(
    "body",
    [
        "{{ ''.__class__ }}",
        "{{ aanvrager.__class__ }}",
        "{% for x in range(10**9) %}x{% endfor %}",
        "{{ 'x' * 10**9 }}",
        "{% set a = 1 %}",
        "{{ aanvrager|upper }}",
        "{# niets #}",
        "{% include 'geheim' %}",
        "{% if aanvrager == 'x' %}{% endif %}",
    ],
)
def test_a_template_can_name_values_and_nothing_else(body) -> None:
    with pytest.raises(TemplateRefused, match="Gebruik alleen"):
        render(Template("x", body), {"aanvrager": "Mo"})


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(TemplateRefused, match="aanvrager"):
        render(Template("x", "{{ moeder }}"), {"aanvrager": "Mo"})


def test_an_if_without_an_end_is_told_with_its_line() -> None:
    with pytest.raises(TemplateRefused, match="Regel 2"):
        render(Template("x", "a\n{% if aanvrager %}"), {"aanvrager": "Mo"})


def test_a_very_long_template_is_refused() -> None:
    with pytest.raises(TemplateRefused, match="langer"):
        render(Template("x", "a" * LONGEST_TEMPLATE), {})


def test_a_name_that_looks_like_a_template_stays_a_name() -> None:
    text = render(Template("x", "{{ aanvrager }}"), {"aanvrager": "{{ leerling }}"})
    assert text.body == "{{ leerling }}"


def test_a_subject_is_one_line_whatever_was_typed() -> None:
    text = render(Template("Brief {{ aanvrager }}", "x"), {"aanvrager": "Mo\r\nBcc: x@y"})
    assert "\n" not in text.subject
    assert "\r" not in text.subject
