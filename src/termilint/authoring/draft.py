"""A first version of a rule or a pack: commented, and ready to be tried.

The draft is read and run before it is given, so its examples are what the rule really does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint import __version__
from termilint.authoring.trial import Trial, rewritten
from termilint.authoring.words import complaint
from termilint.errors import TermilintError
from termilint.morphology.features import Case, Features
from termilint.rules import packs
from termilint.rules.model import Gap, Phrase
from termilint.rules.syntax import markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import Example, PhrasePattern, Rule

_LETTERS = str.maketrans("äöåüéš", "aoaues")
_OTHER = re.compile(r"[^a-z0-9]+")
_PLACEHOLDER = '      bad: ["{x}"]\n      good: [y]\n'
_CASES = (Case.ELATIVE, Case.PARTITIVE, Case.GENITIVE)


class Wish(NamedTuple):
    """What somebody wants of a rule; ``text`` is a base form or, of a phrase, a pattern."""

    kind: str
    text: str
    rule_id: str
    instead: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def identifier(text: str) -> str:
    """A name for a rule or a pack out of Finnish words: *Sidosryhmä* gives ``sidosryhma``."""
    name = _OTHER.sub("-", text.lower().translate(_LETTERS)).strip("-")
    return name if name[:1].isalpha() else f"s-{name}".strip("-")


def complaints(wish: Wish, analyzer: Analyzer, texts: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong with the words of a wish: unknown ones, and inflected forms."""
    own = () if wish.kind == "phrase" else (wish.text,)
    unknown = (word for text in wish.instead for word in text.split() if not analyzer.analyze(word))
    return tuple(filter(None, (complaint(word, analyzer, texts) for word in (*own, *unknown))))


def rule_draft(wish: Wish, analyzer: Analyzer, words: Mapping[str, str]) -> str:
    """A rule file. ``words`` are the texts of drafts in one language.

    Raises RuleError for a wish that is no rule, TermilintError for an example without a finding.
    """
    empty = _rule(wish, words) + _PLACEHOLDER
    [rule] = packs.read_bytes(f"{wish.rule_id}.yaml", empty.encode()).rules
    sentences = dict.fromkeys(_sentences(rule, wish, analyzer, words))
    tried = tuple(_tried(rule, sentence, analyzer, words) for sentence in sentences)
    better = tuple(rewritten(example) for example in tried)
    good = [example.text for example in better if not example.marks] or [words["good"]]
    return _rule(wish, words) + "".join(
        (
            *_examples("bad", words["about_bad"], map(markup, tried)),
            *_examples("good", words["about_good"], good),
        )
    )


def pack_draft(name: str, words: Mapping[str, str]) -> str:
    """A ``pack.yaml``. ``words`` are the texts of drafts in one language."""
    return words["pack"].format(name=name, version=__version__)


def _rule(wish: Wish, words: Mapping[str, str]) -> str:
    suggestions = "".join(f"      - {_quoted(text)}\n" for text in wish.instead)
    return words["rule"].format(
        id=wish.rule_id,
        match=words[wish.kind].format(_quoted(wish.text)),
        suggestions=f"    suggestions:\n{suggestions}" if suggestions else words["no_suggestions"],
    )


def _examples(key: str, about: str, texts: Iterable[str]) -> Iterator[str]:
    yield f"      {key}:  # {about}\n"
    yield from (f"        - {_quoted(text)}\n" for text in texts)


def _quoted(text: str) -> str:
    """The text as YAML takes it for nothing but this text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _sentences(rule: Rule, wish: Wish, analyzer: Analyzer, words: Mapping[str, str]) -> Iterator[str]:
    """Sentences in which the rule may find something: given ones, else made ones."""
    if wish.examples:
        yield from wish.examples
        return
    if isinstance(rule.pattern, Phrase):
        yield from (_plain_sentence(pattern) for pattern in rule.pattern.patterns)
        return
    made = [
        _capitalized(words[case.name.lower()].format(form))
        for case in _CASES
        for form in analyzer.inflect(wish.text, Features(case))[:1]
    ]
    yield from made or [_capitalized(f"{wish.text}.")]


def _plain_sentence(pattern: PhrasePattern) -> str:
    """The first choice for every word of the pattern, and the fewest words in its gaps."""
    words: list[str] = []
    for element in pattern.elements:
        if isinstance(element, Gap):
            words += ["jokin"] * element.least
        else:
            words.append(min(element.forms or element.lemmas))
    return _capitalized(f"{' '.join(words)}.")


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tried(rule: Rule, sentence: str, analyzer: Analyzer, words: Mapping[str, str]) -> Example:
    """The sentence with what the rule reports. Raises TermilintError if that is nothing."""
    found = Trial(analyzer).found(rule, sentence)
    if not found.marks:
        raise TermilintError(words["nothing_reported"].format(sentence))
    return found
