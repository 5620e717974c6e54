"""The census as one JSON object for other programs; docs/census.md describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from termilint.reporters._json import write_json
from termilint.reporters._records import PROGRAM, failure_record

if TYPE_CHECKING:
    from termilint.census.model import (
        Census,
        Conflict,
        DocumentCount,
        Example,
        Meaning,
        Sense,
        SenseCount,
        Trend,
    )

SCHEMA = "termilint-census/1"


def write_census(census: Census, stream: TextIO) -> None:
    """Write a census as one JSON object and a line end; in ASCII if the stream is not UTF-8."""
    write_json({**_head(), **_census(census), "trend": None}, stream, indent=2)


def write_trend(trend: Trend, stream: TextIO) -> None:
    """Write the census after, with what has changed under ``trend``."""
    write_json({**_head(), **_census(trend.after), "trend": _trend(trend)}, stream, indent=2)


def _head() -> dict[str, Any]:
    return {"schema": SCHEMA, "program": PROGRAM}


def _census(census: Census) -> dict[str, Any]:
    return {
        "counts": _counts(census),
        "terms": [_term(census, term) for term in census.terms],
        "documents": [_document(document) for document in census.documents],
        "conflicts": [_conflict(conflict) for conflict in census.conflicts],
        "failures": [failure_record(failure) for failure in census.failures],
    }


def _counts(census: Census) -> dict[str, int]:
    return {
        "documents": census.read,
        "uses": census.uses,
        "bare": census.bare,
        "unclear": len(census.unclear),
        "failures": len(census.failures),
    }


def _term(census: Census, term: str) -> dict[str, Any]:
    senses = census.of_term(term)
    return {
        "term": term,
        "uses": sum(count.uses for count in senses),
        "bare": sum(count.uses for count in senses if count.sense.is_bare),
        "documents": sum(1 for document in census.documents if document.term == term),
        "senses": [_sense_count(count) for count in senses],
    }


def _sense_count(count: SenseCount) -> dict[str, Any]:
    return {
        **_sense(count.sense, count.phrase),
        "uses": count.uses,
        "documents": count.documents,
        "examples": [_example(example) for example in count.examples],
    }


def _sense(sense: Sense, phrase: str) -> dict[str, Any]:
    return {"label": sense.label.value, "qualifier": sense.qualifier or None, "phrase": phrase or None}


def _example(example: Example) -> dict[str, Any]:
    return {**example.site._asdict(), "text": example.text}


def _document(document: DocumentCount) -> dict[str, Any]:
    return {
        "name": document.name,
        "term": document.term,
        "uses": document.uses,
        "bare": document.bare,
        "senses": list(document.senses),
        "unclear": document.is_unclear,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"term": conflict.term, "meanings": [_meaning(meaning) for meaning in conflict.meanings]}


def _meaning(meaning: Meaning) -> dict[str, Any]:
    return {"places": meaning.places, "examples": [_example(example) for example in meaning.examples]}


def _trend(trend: Trend) -> dict[str, Any]:
    return {
        "before": {"name": trend.before_name, "counts": _counts(trend.before)},
        "after": {"name": trend.after_name, "counts": _counts(trend.after)},
        "senses": [
            {
                "term": one.sense.term,
                **_sense(one.sense, one.phrase),
                "before": one.before,
                "after": one.after,
            }
            for one in trend.senses
        ],
        "documents": [one._asdict() for one in trend.documents],
    }
