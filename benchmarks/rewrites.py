"""Measure rewrites on sentences: ``python benchmarks/rewrites.py FILE.jsonl [--quiet]``.

A line holds ``sentence``, ``token``, ``start`` (code points), ``replacement`` (a template in base form),
``expected`` (what may stand for the token; an empty list if nothing should be offered) and ``kind``. The
linter's own pipeline reads the sentence. Printed are the misses, then for each kind and for all lines
how many have an expected form among the offered ones (in_set), and first of them (first).
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termilint.matching.sentence import Sentence
from termilint.model.source import Source
from termilint.model.span import TextSpan
from termilint.morphology.analyzer import Analyzer, open_analyzer
from termilint.readers import plain
from termilint.suggestions.rewrite import Rewriter
from termilint.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

Line = dict[str, Any]


def offers(line: Line, analyzer: Analyzer, rewriter: Rewriter) -> tuple[str, ...]:
    """What the rewriter offers for the token's place, best first.

    The token may be more or less than the linter's: a phrase, or a suspended part without its hyphen.
    """
    text, start = line["sentence"], line["start"]
    end = start + len(line["token"])
    for sentence, index, word_start, word_end in words(text, analyzer):
        if word_start < end and start < word_end:
            offered = rewriter.rewrite_token(sentence, index, line["replacement"])
            if offered:
                before, after, beyond = text[start:word_start], text[word_end:end], text[end:word_end]
                return tuple(f"{before}{form}{after}".removesuffix(beyond) for form in offered)
    return ()


def words(text: str, analyzer: Analyzer) -> Iterator[tuple[Sentence, int, int, int]]:
    """The words of a text as tokens of their sentences, and where they start and end in the text."""
    for block in plain.read(Source("line.txt", text)).blocks:
        for span in sentences(block.text):
            sentence = Sentence(block.text, span, analyzer)
            for index, token in enumerate(sentence.tokens):
                ranges = block.to_source(TextSpan(token.start, token.end))
                if token.is_word:
                    yield sentence, index, ranges[0].start, ranges[-1].end


def outcome(offered: tuple[str, ...], expected: list[str]) -> list[str]:
    """Which counters a line adds to."""
    forms = [unicodedata.normalize("NFC", form) for form in offered]
    wanted = {unicodedata.normalize("NFC", form) for form in expected}
    if not forms or not wanted:
        return [] if forms or wanted else ["in_set", "first"]
    return ["in_set"] * bool(wanted.intersection(forms)) + ["first"] * (forms[0] in wanted)


def share(count: Counter[str], name: str) -> str:
    """A counter as a part of all lines."""
    return f"{count[name] / max(count['n'], 1):.4f}"


def summary(count: Counter[str]) -> str:
    """The last line of a group."""
    return f"n={count['n']} in_set={share(count, 'in_set')} first={share(count, 'first')}"


def main() -> None:
    """Measure the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--quiet", action="store_true", help="no misses")
    options = parser.parse_args()
    analyzer = open_analyzer(options.engine)
    rewriter = Rewriter(analyzer)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    for text in options.file.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        offered = offers(line, analyzer, rewriter)
        result = outcome(offered, line["expected"])
        counts[line["kind"]].update(["n", *result])
        total.update(["n", *result])
        if "first" not in result and not options.quiet:
            verdict = "late" if result else "miss"
            wanted, said = " | ".join(line["expected"]), " | ".join(offered)
            print(f"{verdict} {line['kind']}: {line['sentence']} [{line['token']}]{{{line['replacement']}}}")
            print(f"     wanted {wanted or 'nothing'}; offered {said or 'nothing'}")
    for kind, count in sorted(counts.items()):
        print(kind.ljust(20), summary(count))
    print(summary(total))


if __name__ == "__main__":
    main()
