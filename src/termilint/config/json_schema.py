"""JSON Schemas for editors, made from the tables by which the files are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termilint.config import keys
from termilint.config.keys import KEYS
from termilint.rules import changes, manifest, schema
from termilint.rules.named import Lenient, Named
from termilint.rules.values import Built, Choice, Each, OneKey, Reader, Shape, ShortOrLong, Value
from termilint.rules.wordlists import WordLists

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Made = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
LOCAL = "termilint-{}.schema.json"
"""The name under which a schema is kept beside the files that it describes."""

ABOUT: Mapping[str, str] = {
    "language": "Language of messages.",
    "engine": "Morphology engine: libvoikko of the system, the built-in one, or whichever works.",
    "include": "Check only files that match these patterns (.gitignore rules, from this file's folder on).",
    "exclude": "Leave out files that match these patterns (.gitignore rules, from this file's folder on).",
    "rule_files": "Own rule files, pack folders and pack zips, from this file's folder on.",
    "packs": "Turn packs on or off as a whole.",
    "rules": "Turn rules on or off, change their severity, or add words to them.",
    "audiences": "The organisation's own words for its people: they are suggested first.",
    "glossary": "Terms that the organisation has defined: their bare uses are not reported.",
    "overrides": "Other rules for some files. Later ones outweigh earlier ones.",
    "repeat": "Report a bare term every time, or once in each paragraph, section or document.",
    "min_severity": "Report nothing weaker.",
    "fail_level": "Exit with 1 from this severity on.",
    "max_findings": "Show so many findings at most.",
    "baseline": "File with the findings to live with; written by: termilint baseline write.",
    "enabled": "On or off.",
    "severity": "How much findings matter.",
    "open_class": "Whether an adjective or participle that no list names narrows the term down.",
    "narrows": "Words that narrow the term down.",
    "does_not_narrow": "Words that do not narrow the term down.",
    "speakers": "Nouns that only repeat who speaks: yritys in yrityksen asiakas.",
    "quantities": "Words for amounts, which narrow nothing down.",
    "greetings": "Adjectives of salutations.",
    "mention_nouns": "Nouns before a word that is talked about: sana, termi.",
    "definition_verbs": "Verbs of definitions: tarkoittaa.",
    "definition_nouns": "Nouns of definitions: henkilö in Asiakas on henkilö, joka.",
    "people": "Words for people, whose genitive names whose customer is meant.",
    "organisations": "Words for organisations and places, whose genitive narrows the term down.",
    "services": "Words for services, whose genitive narrows the term down.",
    "software": "Words beside which a client program is meant: palvelin.",
    "definition": "What the organisation means by the term.",
    "files": "Patterns with the rules of .gitignore.",
    "lists": "Named word lists, which rules and other lists name as $name.",
    "id": "Flat, stable name of the rule.",
    "match": "What the rule looks for: exactly one kind of pattern.",
    "term": "A word or the end of a compound, in every form.",
    "phrase": "Words in a row.",
    "needs_qualifier": "A term that something in its noun phrase must narrow down.",
    "words": "The words to look for, in base form.",
    "other_sense": "Words of texts in which the words mean something else: taikina for massa.",
    "inside_compounds": "Whether the words may also stand before other parts of a compound.",
    "patterns": "Base forms, =exact forms, $lists, a colon, * for a word and *1 to *9 for up to so many.",
    "unless": "Words and phrases over which the rule, or the pack, stays silent.",
    "confidence": "How sure the rule is: of nearly all its findings (high), of most, or of some (low).",
    "where": "Where in a text the rule speaks; everywhere if not given.",
    "requires": 'The oldest version of the program that the pack works with: "termilint >= 0.1".',
    "extends": "Names of the packs that this one builds on and may change.",
    "rule_pages": "Address of the rules' pages, with {rule} and, if need be, {language} in it.",
    "name": "Flat, stable name of the pack.",
    "version": "The pack's own version.",
    "license": "The licence of the pack, as an SPDX identifier.",
    "title": "What the pack is called.",
    "description": "What the pack is about.",
    "min_confidence": "Report nothing of rules that are less sure.",
    "lemma": "The term in base form.",
    "message": "What is said of the place; {match} stands for its words.",
    "why": "The reason for the rule.",
    "source": "Where the rule comes from.",
    "examples": "Texts that prove the rule.",
    "bad": "Texts with {what is reported}, which ${the rewrite} may follow.",
    "good": "Texts in which the rule reports nothing.",
    "suggestions": "What to write instead, in base form.",
    "fix": "Whether the first suggestion may be written without asking.",
    "text": "Words in base form.",
    "note": "When the word fits.",
    "possessive": "Whether a possessive suffix (asiakkaamme) is kept or dropped.",
    "cues": "Words in base form whose presence speaks for the suggestion.",
    "fi": "In Finnish.",
    "en": "In English.",
}
"""What each key means, for editors that show it."""

_TEXT: Made = {"type": "string", "minLength": 1}
_TEXTS: Made = {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": _TEXT}]}
_IDENTIFIER: Made = {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
_LEVELS: Made = {"enum": [True, False, *changes.SWITCHES, *schema.SEVERITIES]}
_LOCALIZED: Made = {
    "type": "object",
    "additionalProperties": False,
    "required": ["fi", "en"],
    "properties": {"fi": {"description": ABOUT["fi"], **_TEXT}, "en": {"description": ABOUT["en"], **_TEXT}},
}


def _lists(value: Value) -> Any:
    """Stands for the named lists of a file, which are read when a rule asks for them."""
    return value.members()


_LEAVES: Mapping[Callable[..., Any], Made] = {
    Value.text: _TEXT,
    Value.flag: {"type": "boolean"},
    keys.words: _TEXTS,
    changes.switch: {"enum": [True, False, *changes.SWITCHES]},
    changes.level: _LEVELS,
    keys.count: {"type": "integer", "minimum": 1, "maximum": keys.MAX_FINDINGS},
    keys.glob: _TEXT,
    schema.identifier: _IDENTIFIER,
    schema.page: {"type": "string", "pattern": r"^https?://.*\{rule\}"},
    manifest.requirement: {"type": "string", "pattern": r"^\s*termilint\s*>=\s*[0-9.]+\s*$"},
    schema.base_form: _TEXT,
    WordLists.words: _TEXTS,
    _lists: {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"},
        "additionalProperties": _TEXTS,
    },
    schema.localized: {"anyOf": [_TEXT, _LOCALIZED]},
    schema.message: {"anyOf": [_TEXT, _LOCALIZED]},
    schema.bad_example: _TEXT,
    schema.good_example: _TEXT,
}


def config_schema() -> Made:
    """The schema of ``.termilint.yaml``."""
    made = _object(Shape({}, KEYS))
    return {"$schema": DRAFT, "title": "termilint configuration", **made, "type": ["object", "null"]}


def rules_schema() -> Made:
    """The schema of a rule file."""
    made = _object(Shape({}, {"rules": Each(schema.RuleReader(WordLists({})).shape.read), "lists": _lists}))
    return {"$schema": DRAFT, "title": "termilint rules", **made}


def pack_schema() -> Made:
    """The schema of a ``pack.yaml``."""
    made = _object(manifest.shape(WordLists({})))
    return {"$schema": DRAFT, "title": "termilint pack", **made}


def _made(read: Reader) -> Made:
    """The schema of what a reader takes. Raises KeyError for one that nothing is known of."""
    if make := _MAKERS.get(type(read)):
        return make(read)
    shape = getattr(read, "__self__", None)
    if isinstance(shape, Shape):
        return _object(shape)
    return dict(_LEAVES[getattr(read, "__func__", read)])


def _object(shape: Shape) -> Made:
    made: Made = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _described(key, read) for key, read in shape.readers.items()},
    }
    return {**made, "required": list(shape.required)} if shape.required else made


def _described(key: str, read: Reader) -> Made:
    about = {"description": ABOUT[key]} if key in ABOUT else {}
    return {**about, **_made(read)}


def _choice(read: Any) -> Made:
    return {"enum": list(read.choices)}


def _each(read: Any) -> Made:
    return {"type": "array", "minItems": 1, "items": _made(read.item)}


def _short_or_long(read: Any) -> Made:
    return {"anyOf": [_made(read.short), _made(read.long)]}


_MAKERS: Mapping[type, Callable[[Any], Made]] = {
    Choice: _choice,
    Each: _each,
    ShortOrLong: _short_or_long,
    Named: lambda read: {"type": "object", "additionalProperties": _made(read.item)},
    schema.PhraseReader: lambda _: dict(_TEXT),
    OneKey: lambda read: {**_object(read.shape), "minProperties": 1, "maxProperties": 1},
    Built: lambda read: _made(read.structure),
    Lenient: lambda read: _made(read.structure),
}

SCHEMAS: Mapping[str, Callable[[], Made]] = {
    "config": config_schema,
    "rules": rules_schema,
    "pack": pack_schema,
}
"""The schemas by the files that they describe."""
