"""Strategies of what somebody sends who means no good, and how often they are tried."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bench.hostile_texts import BAD, MARK, MEGABYTE

__all__ = ["BAD", "MARK", "MEGABYTE", "bounded", "hostile"]
# No halves of characters: what a browser sends is UTF-8; the raw ones have tests of their own.
_ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
hostile = st.one_of(
    st.sampled_from(BAD),
    _ANY,
    st.builds(
        lambda one, middle, two: one + middle + two,
        st.sampled_from(BAD),
        _ANY,
        st.sampled_from(BAD),
    ),
)
_EXAMPLES = 20
#: The same tries at every run, so that what fails on a build server fails here.
bounded = settings(
    max_examples=_EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
