"""Which language a text is in, by what its file, folder, key or tag is called."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath

_TAG = re.compile(r"([a-z]{2,3})(?:[-_](?:[a-z]{4}|r?[a-z]{2}|\d{3}))*(?:[.@].*)?\Z", re.IGNORECASE)
_AT_END = re.compile(r"[._-]([a-z]{2,3})(?:[-_][a-z]{2})?\Z", re.IGNORECASE)
_CODES = """af am ar as az be bg bn bs ca cs cy da de dv el en eo es et eu fa fi fo fr ga gd gl gu ha he hi hr
hu hy id ig in is it iw ja jv ka kk kl km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no or
pa pl ps pt ro ru rw sa se si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl to tr tt ug uk ur uz vi
wo xh yi yo zh zu fin swe eng sme smn sms deu fra spa rus est"""
_WORDS = """am as be he hi id in is it my ne no or pa se si so te to eng est fin"""
_LANGUAGES = frozenset(_CODES.split())
_UNITS = frozenset("kg km lb lt mg ml mm ms".split())
"""Keys that are more often a unit, or *less than*, than a language."""
_ALSO_WORDS = frozenset(_WORDS.split())
"""Codes that are too often something else to be believed without more."""

_FINNISH = ("fi", "fin")
_FOLDERS = """_locales i18n intl l10n lang langs language languages lc_messages locale locales localization
localizations localisation messages po strings translation translations käännökset kielet kieli tekstit"""
_TRANSLATION_FOLDERS = frozenset(_FOLDERS.split())
_NAMES = """content language messages strings resources texts translation translations locale i18n
localization localizable käännökset tekstit"""
_TRANSLATION_NAMES = frozenset(_NAMES.split())
_ANDROID = re.compile(r"values(?:-(?:b\+)?(?P<language>[a-z]{2,3})(?:[-+].*)?)?\Z")
_QUALIFIERS = frozenset("land port night sw ldpi mdpi hdpi xhdpi large small".split())


def is_finnish(tag: str) -> bool:
    """True for *fi*, *fi-FI*, *fi_FI*, *fin*: a language tag of any spelling."""
    return re.split(r"[-_.@]", tag.strip().lower())[0] in _FINNISH


def language_of_tag(text: str) -> str | None:
    """The primary language of ``text`` if it is a language tag (*sv*, *en-GB*, *fi_FI.UTF-8*)."""
    match = _TAG.match(text)
    language = match[1].lower() if match else None
    return language if language in _LANGUAGES else None


@lru_cache(maxsize=1_000)
def is_foreign_key(key: str) -> bool:
    """True if a key says that its value is in another language: *en*, *sv-FI*, *title_en*."""
    language = language_of_tag(key) or _language_at_end(key)
    return language is not None and language not in {*_FINNISH, *_ALSO_WORDS, *_UNITS}


def is_foreign_file(path: str) -> bool:
    """True if the name or the folders of a translation file say another language than Finnish."""
    return _language_of_file(path) not in (None, *_FINNISH)


def looks_translated(path: str) -> bool:
    """True if a path looks like one of Finnish texts of a user interface, or of texts of any language."""
    language = _language_of_file(path)
    if language is not None:
        return language in _FINNISH
    parts = _parts(path)
    in_folder = any(part in _TRANSLATION_FOLDERS for part in parts[:-1])
    return in_folder or _stem(parts[-1]) in _TRANSLATION_NAMES


def _parts(path: str) -> list[str]:
    return [part.lower() for part in PurePath(path.replace("\\", "/")).parts] or [""]


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


@lru_cache(maxsize=1_000)
def _language_of_file(path: str) -> str | None:
    """The language that a file's name tells, or else the nearest folder; None if none does."""
    parts = _parts(path)
    language = _language_of_name(_stem(parts[-1]))
    if language in _ALSO_WORDS and not _TRANSLATION_FOLDERS.intersection(parts):
        language = None
    for at in range(len(parts) - 2, -1, -1):
        language = language or _language_of_folder(parts, at)
    return language


def _language_of_name(stem: str) -> str | None:
    """*fi*, *messages.fi*, *app_fi*, *messages_fi_FI*, *xx.messages*: a tag at either end of a name."""
    parts = stem.split(".")
    whole = language_of_tag(parts[-1]) or language_of_tag(parts[0])
    return whole or _language_at_end(stem)


def _language_at_end(stem: str) -> str | None:
    match = _AT_END.search(stem)
    language = match[1].lower() if match else None
    return language if language in _LANGUAGES - _ALSO_WORDS else None


def _language_of_folder(parts: list[str], at: int) -> str | None:
    """A folder's language. One that is not Finnish counts only where translations are kept."""
    folder = parts[at]
    android = _ANDROID.match(folder)
    if android:
        language = android["language"]
        return language if language in _LANGUAGES and folder not in _QUALIFIERS else None
    language = language_of_tag(folder.removesuffix(".lproj"))
    if language in _FINNISH:
        return language if folder != "fin" else None
    beside = parts[max(at - 1, 0) : at] + parts[at + 1 : at + 2]
    is_kept = folder.endswith(".lproj") or any(part in _TRANSLATION_FOLDERS for part in beside)
    return language if is_kept else None
