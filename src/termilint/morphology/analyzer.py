"""Word forms in, readings out: the engine that is at hand, one parser, one memory of past answers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termilint.errors import EngineError
from termilint.morphology.features import Features, WordClass
from termilint.morphology.normalize import normalize
from termilint.morphology.output import parse_outputs
from termilint.morphology.transducer import Transducer

if TYPE_CHECKING:
    from termilint.morphology.analysis import Analysis
    from termilint.morphology.inflection import Inflector

ENGINES = ("auto", "native", "embedded")
MAX_REMEMBERED = 100_000

_TRANSDUCER_FILE = Path("5", "mor-standard", "mor.vfst")


class Engine(Protocol):
    """What an engine can do: give the output strings of a normalised form."""

    def lookup(self, form: str) -> list[str]:
        """Return the transducer's output strings, none for an unknown form."""


class EngineReport(NamedTuple):
    """What ``termilint doctor`` shows: which engine runs, why, and on which files."""

    engine: str
    reason: str
    dictionary: Path
    dictionary_bytes: int
    library: str | None = None
    library_version: str | None = None


class Analyzer:
    """Gives the readings of word forms. One instance may serve several threads."""

    def __init__(self, engine: Engine, transducer: Transducer, report: EngineReport) -> None:
        self._engine = engine
        self._report = report
        self._known: dict[str, tuple[Analysis, ...]] = {}
        self._inflector: Inflector | None = None
        self.transducer = transducer

    @property
    def engine_name(self) -> str:
        """``native`` or ``embedded``."""
        return self._report.engine

    def describe(self) -> EngineReport:
        """Return which engine runs and why."""
        return self._report

    def analyze(self, form: str) -> tuple[Analysis, ...]:
        """Return the readings of ``form`` as written, in a fixed order; none if the word is unknown."""
        normalized = normalize(form)
        readings = self._known.get(normalized)
        if readings is None:
            if len(self._known) >= MAX_REMEMBERED:
                self._known.clear()
            readings = self._known[normalized] = self._readings(normalized)
        return readings

    def inflect(self, lemma: str, features: Features) -> tuple[str, ...]:
        """Return the forms of ``lemma`` with exactly ``features``, the most usual first.

        None if the dictionary does not know the lemma or it has no such form.
        """
        if self._inflector is None:
            from termilint.morphology.inflection import Inflector

            self._inflector = Inflector(self)
        return self._inflector.inflect(lemma, features)

    def _readings(self, form: str) -> tuple[Analysis, ...]:
        return parse_outputs(self._engine.lookup(form)) or self._readings_after_hyphen(form)

    def _readings_after_hyphen(self, form: str) -> tuple[Analysis, ...]:
        """Read an unknown compound by its last part: *B2B-asiakas*, *asiakas-sana*."""
        first, _, last = form.rpartition("-")
        if not first.strip("-") or not last:
            return ()
        parts, roots = self._modifiers(first)
        return tuple(
            reading._replace(
                lemma=f"{first}-{reading.lemma}",
                parts=(*parts, *reading.parts),
                roots=(*roots, *reading.roots),
            )
            for reading in self.analyze(last)
            if _can_end_a_compound(reading)
        )

    def _modifiers(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the parts and roots of the text before a hyphen; unknown text is taken as it is."""
        for reading in self.analyze(text + "-"):
            if reading.word_class is WordClass.PREFIX:
                return reading.parts, reading.roots
        words = tuple(word for word in text.split("-") if word)
        return words, words


def open_analyzer(engine: str = "auto", dictionary: Path | None = None) -> Analyzer:
    """Return an analyzer on ``dictionary``, a directory like the packaged one, which is the default.

    ``engine`` is one of :data:`ENGINES`; ``auto`` takes native libvoikko where it works. Raises
    ``DictionaryError`` or :class:`EngineError`, which say what to do.
    """
    if engine not in ENGINES:
        raise EngineError(f"engine '{engine}' is unknown.", hint=f"Available: {', '.join(ENGINES)}.")
    directory = dictionary or packaged_dictionary()
    transducer = Transducer(directory / _TRANSDUCER_FILE)
    if engine == "embedded":
        return _embedded(transducer, directory, "it was asked for")
    try:
        return _native(transducer, directory, engine)
    except EngineError as error:
        if engine == "native":
            raise
        return _embedded(transducer, directory, error.message)


@cache
def shared_analyzer() -> Analyzer:
    """Return one analyzer for all callers of a process that need no engine of their own."""
    return open_analyzer()


def packaged_dictionary() -> Path:
    """Return the dictionary directory that the build wrote into the package."""
    return Path(__file__).resolve().parent.parent / "dictionary"


def _embedded(transducer: Transducer, directory: Path, reason: str) -> Analyzer:
    report = EngineReport("embedded", reason, directory, transducer.size)
    return Analyzer(transducer, transducer, report)


def _native(transducer: Transducer, directory: Path, engine: str) -> Analyzer:
    from termilint.morphology.native import NativeVoikko

    native = NativeVoikko(directory)
    report = EngineReport(
        "native",
        "it was asked for" if engine == "native" else "libvoikko is installed",
        directory,
        transducer.size,
        native.library_path,
        native.library_version,
    )
    return Analyzer(native, transducer, report)


def _can_end_a_compound(reading: Analysis) -> bool:
    return reading.word_class.is_nominal or reading.word_class is WordClass.ADVERB
