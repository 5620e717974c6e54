"""The configuration that ``termilint init`` writes: everything explained, nothing turned on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA_FILE = ".termilint-schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"

_EXAMPLES: Mapping[str, str] = {
    "include": "include: [{files}]",
    "exclude": 'exclude: ["vendor/", "*.draft.md"]',
    "rules": """\
rules:
  asiakaspolku: off
  asiakaskokemus: info
  bare-asiakas:
    severity: error
    narrows: paikallinen
    does_not_narrow: arvostettu""",
    "audiences": """\
audiences:
  - asukas
  - text: potilas
    note: kun puhutaan hoidosta
    cues: hoito lääkäri vastaanotto""",
    "glossary": """\
glossary:
  asiakas:
    definition: Henkilö tai yritys, joka on tehnyt kanssamme sopimuksen.
    files: ["sopimukset/"]""",
    "overrides": """\
overrides:
  - files: ["CHANGELOG.md", "arkisto/"]
    severity: hint""",
    "rule_files": "rule_files: [saannot/omat.yaml, saannot/paketti.zip]",
    "packs": "packs: {asiakas: off}",
    "repeat": "repeat: section",
    "min_severity": "min_severity: info",
    "min_confidence": "min_confidence: medium",
    "fail_level": "fail_level: error",
    "max_findings": "max_findings: 200",
    "baseline": "baseline: .termilint-baseline.json",
    "rule_pages": 'rule_pages: "https://intra.example.fi/saannot/{rule}.html"',
    "language": "language: {language}",
    "engine": "engine: embedded",
}
_FINNISH: Mapping[str, str] = {
    "top": "termilintin asetukset. Kaikki rivit ovat esimerkkejä: poista # niistä, joita tarvitset.",
    "include": "Mitkä tiedostot kansioista tarkastetaan (säännöt kuten .gitignore-tiedostossa).",
    "exclude": "Mitkä jätetään väliin.",
    "rules": "Säännöt: on, off tai hint, info, warning, error. Omia sanoja voi lisätä sääntöön.",
    "audiences": "Oman organisaation sanat ihmisille: niitä ehdotetaan ensin, kun vihjesanat (cues) sopivat.",
    "glossary": "Sanat, jotka organisaatio on määritellyt: niistä ei huomauteta.",
    "overrides": "Poikkeukset tiedostoittain. Myöhempi voittaa.",
    "rule_files": "Omat sääntötiedostot ja sääntöpaketit (kansio tai zip).",
    "packs": "Kokonaiset sääntöpaketit päälle tai pois.",
    "repeat": "Kuinka usein samasta sanasta huomautetaan: every, paragraph, section tai document.",
    "min_severity": "Tätä lievempiä ei näytetä.",
    "min_confidence": "Tätä epävarmempien sääntöjen löydöksiä ei näytetä: low, medium tai high.",
    "fail_level": "Tästä vakavuudesta alkaen ajo epäonnistuu (tai never).",
    "max_findings": "Enintään näin monta löydöstä näytetään.",
    "baseline": "Vanhat löydökset, joista ei huomauteta. Kirjoita: termilint baseline write .",
    "rule_pages": "Sääntöjen omat sivut, joihin raportit viittaavat: {rule} on säännön tunnus.",
    "language": "Viestien kieli: fi tai en.",
    "engine": "Kielimoottori: auto, native tai embedded.",
}
_ENGLISH: Mapping[str, str] = {
    "top": "Configuration of termilint. Every line is an example: remove the # of those you need.",
    "include": "Which files of folders are checked (rules as in .gitignore).",
    "exclude": "Which ones are left out.",
    "rules": "Rules: on, off or hint, info, warning, error. Words of your own can be added to a rule.",
    "audiences": "Your organisation's words for its people: they are suggested first. Cues tell when.",
    "glossary": "Terms that the organisation has defined: they are not reported.",
    "overrides": "Exceptions for some files. Later ones win.",
    "rule_files": "Own rule files and packs (a folder or a zip).",
    "packs": "Whole packs on or off.",
    "repeat": "How often a term is reported: every, paragraph, section or document.",
    "min_severity": "Nothing weaker is shown.",
    "min_confidence": "Nothing of less sure rules is shown: low, medium or high.",
    "fail_level": "From this severity on a run fails (or never).",
    "max_findings": "So many findings are shown at most.",
    "baseline": "Old findings to live with. Written by: termilint baseline write .",
    "rule_pages": "Pages of the rules, which reports point to: {rule} is the rule's id.",
    "language": "Language of messages: fi or en.",
    "engine": "Morphology engine: auto, native or embedded.",
}
_TEXTS = {"fi": _FINNISH, "en": _ENGLISH}


def template(language: str, suffixes: list[str]) -> str:
    """A configuration whose every line is a comment; ``suffixes`` are those of files that are there."""
    about = _TEXTS[language]
    files = ", ".join(f'"*{suffix}"' for suffix in suffixes or [".md"])
    parts = [f"{MODELINE}\n# {about['top']}"]
    for key, example in _EXAMPLES.items():
        filled = example.replace("{files}", files).replace("{language}", language)
        lines = [f"# {about[key]}", *(f"#{line}" for line in filled.split("\n"))]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
