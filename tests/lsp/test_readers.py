"""What editors need to know of every format that is edited as text."""

from collections import Counter

import pytest

from termilint.model.source import Source
from termilint.readers import readers
from termilint.readers.reader import Reader

TEXTS = [reader for reader in readers() if reader.open == Source.from_bytes]
WITHOUT_COMMENTS = {"csv", "json", "text"}


@pytest.mark.parametrize("reader", TEXTS, ids=lambda reader: reader.name)
def test_editors_know_the_format(reader: Reader) -> None:
    assert reader.languages
    assert (reader.comment is None) == (reader.name in WITHOUT_COMMENTS)


def test_each_language_has_one_reader() -> None:
    languages = Counter(language for reader in readers() for language in reader.languages)
    assert set(languages.values()) == {1}
