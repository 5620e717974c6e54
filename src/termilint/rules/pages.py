"""Pages about rules, for people: what a rule says, why, what to write instead, what it leaves alone.

The same rules always give the same pages, so that a test can tell when those that are kept are stale.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, get_args

from termilint.messages import messages_in
from termilint.rules.model import Language, Term
from termilint.rules.schema import PLACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from termilint.messages import Messages
    from termilint.rules.model import Example, Pack, Rule, RuleSet, SuggestionTemplate

MARK = "<!-- termilint rules pages -->"
"""The first line of every page, by which a page that nobody needs any more is known."""
INDEX = "index.md"

_LANGUAGES: tuple[Language, ...] = get_args(Language)
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~]")


class Notation(NamedTuple):
    """How a page shows plain text, an example with its marks, and a pattern."""

    text: Callable[[str], str]
    example: Callable[[Example], str]
    pattern: Callable[[str], str]


class Section(NamedTuple):
    """A part of what there is to say about a rule; ``texts`` are its paragraphs or items, as shown."""

    title: str
    texts: tuple[str, ...]


def pages(rules: RuleSet) -> dict[str, str]:
    """The pages by their paths: for each language a folder with an index and a page for each rule."""
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        found[f"{language}/{INDEX}"] = _text(_index(rules, language))
        for rule in rules:
            found[f"{language}/{rule.id}.md"] = _text(_page(rule, language))
    return found


def sections(rule: Rule, language: Language, notation: Notation) -> Iterator[Section]:
    """What there is to say about a rule after its message, without sections that would say nothing."""
    messages = messages_in(language)
    words = messages.pages
    text, example, pattern = notation
    found = (
        Section(messages.why, (text(rule.why.get(language)),)),
        Section(words["instead"], tuple(text(_suggestion(one, language)) for one in rule.suggestions)),
        Section(messages.bad_examples, tuple(map(example, rule.bad))),
        Section(messages.good_examples, tuple(map(example, rule.good))),
        Section(words["unless"], tuple(pattern(one.text) for one in rule.unless)),
        Section(words["other_sense"], tuple(filter(None, [text(", ".join(sorted(rule.other_sense)))]))),
        Section(words["where"], tuple(map(text, _places(rule, messages)))),
        Section(words["fix"], tuple(text(words[name]) for name in _fix(rule))),
        Section(messages.source, (text(rule.source.get(language)),)),
    )
    return (section for section in found if section.texts)


def message_of(rule: Rule, language: Language) -> str:
    """The rule's message about the first place in its examples that it reports."""
    places = (example.text[mark.start : mark.end] for example in rule.bad for mark in example.marks)
    word = next(iter(rule.pattern.words), None) if isinstance(rule.pattern, Term) else None
    return rule.message_for(next(places, "…"), language, word)


def state_of(rule: Rule, messages: Messages) -> str:
    """In a few words how much findings of the rule weigh, how sure they are, and whether it is on."""
    off = f", {messages.off_by_default}" if not rule.enabled else ""
    severity = messages.severities[rule.severity.value]
    return f"{severity}, {messages.pages[rule.confidence.value]}{off}"


def _suggestion(suggestion: SuggestionTemplate, language: Language) -> str:
    note = f" – {suggestion.note.get(language)}" if suggestion.note else ""
    return suggestion.text + note


def _places(rule: Rule, messages: Messages) -> Iterator[str]:
    return (messages.pages[name] for name, kinds in PLACES.items() if rule.where and kinds <= rule.where)


def _fix(rule: Rule) -> tuple[str, ...]:
    """The name of what there is to say about writing the first suggestion."""
    return (f"fix_{rule.applicability.value}",) if rule.suggestions else ()


def _text(lines: Iterator[str]) -> str:
    return "\n".join((MARK, "", *lines)).rstrip() + "\n"


def _page(rule: Rule, language: Language) -> Iterator[str]:
    messages = messages_in(language)
    yield f"# {rule.id}"
    yield ""
    yield _escaped(message_of(rule, language))
    yield ""
    pack = f" {messages.pages['pack']}: {rule.pack}." if rule.pack else ""
    yield f"{_sentence(state_of(rule, messages))}{pack}"
    for title, texts in sections(rule, language, _MARKDOWN):
        yield from ("", f"## {title}", "")
        yield from texts if len(texts) == 1 else (f"- {text}" for text in texts)
    yield ""
    yield _links(rule.id, language)


def _links(name: str, language: Language) -> str:
    others = (other for other in _LANGUAGES if other != language)
    translated = [f"[{messages_in(other).pages['language']}](../{other}/{name}.md)" for other in others]
    index = f"[{messages_in(language).pages['index']}]({INDEX})"
    return " · ".join((index, *translated) if name != "index" else translated)


def _index(rules: RuleSet, language: Language) -> Iterator[str]:
    words = messages_in(language).pages
    yield f"# {words['index']}"
    for pack in sorted(rules.packs, key=lambda pack: pack.name):
        own = [rule for rule in rules if rule.pack == pack.name]
        if own:
            yield from _pack(pack, language)
            if not any(rule.enabled for rule in own):
                switch = _code(f"packs: {{{pack.name}: on}}")
                yield from (f"{words['switch_on']}: {switch}", "")
            yield from _table(own, language)
    if alone := [rule for rule in rules if not rule.pack]:
        yield from ("", f"## {words['alone']}", "")
        yield from _table(alone, language)
    yield ""
    yield _links("index", language)


def _pack(pack: Pack, language: Language) -> Iterator[str]:
    yield from ("", f"## {_escaped(pack.title.get(language))}", "")
    yield _escaped(pack.description.get(language))
    yield ""
    yield f"`{pack.name}` {_escaped(pack.version)}, {_escaped(pack.license)}"
    yield ""


def _table(rules: list[Rule], language: Language) -> Iterator[str]:
    messages = messages_in(language)
    yield f"| {messages.pages['rule']} | {messages.pages['says']} | |"
    yield "|---|---|---|"
    for rule in rules:
        says = _escaped(message_of(rule, language))
        yield f"| [{rule.id}]({rule.id}.md) | {says} | {state_of(rule, messages)} |"


def _example(example: Example) -> str:
    """What is reported in bold; behind an arrow the text rewritten."""
    shown, better = "", ""
    copied = 0
    for mark in example.marks:
        before = _escaped(example.text[copied : mark.start])
        place = _escaped(example.text[mark.start : mark.end])
        shown += f"{before}**{place}**"
        better += f"{before}**{_escaped(mark.replacement)}**" if mark.replacement else f"{before}{place}"
        copied = mark.end
    rest = _escaped(example.text[copied:])
    is_rewritten = any(mark.replacement for mark in example.marks)
    return f"{shown}{rest} → {better}{rest}" if is_rewritten else shown + rest


def _code(text: str) -> str:
    return f"`{text}`"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _escaped(text: str) -> str:
    """``text`` on one line, as Markdown shows it letter by letter."""
    return _MARKUP.sub(r"\\\g<0>", _SPACE.sub(" ", text))


_MARKDOWN = Notation(_escaped, _example, _code)
