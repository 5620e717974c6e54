import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind, Segment
from termilint.model.span import SourceSpan, TextSpan


def _block(*pieces: tuple[str, int, int]) -> Block:
    builder = BlockBuilder()
    for piece in pieces:
        builder.add(*piece)
    return builder.build(BlockKind.PARAGRAPH)


def test_adjacent_verbatim_pieces_are_one_segment() -> None:
    assert _block(("asi", 5, 8), ("akas", 8, 12)).segments == (Segment(0, 7, 5, 12),)


def test_markup_inside_a_word_gives_two_source_spans() -> None:
    block = _block(("asiak", 2, 7), ("kaille", 9, 15))
    assert block.to_source(TextSpan(0, 11)) == (SourceSpan(2, 7), SourceSpan(9, 15))
    assert not block.is_verbatim(TextSpan(0, 11))
    assert block.is_verbatim(TextSpan(5, 11))


def test_entity_stands_for_its_source_as_a_whole() -> None:
    block = _block(("k", 0, 1), ("ä", 1, 7), ("si", 7, 9))
    assert block.to_source(TextSpan(0, 4)) == (SourceSpan(0, 9),)
    assert block.to_source(TextSpan(1, 2)) == (SourceSpan(1, 7),)
    assert not block.is_verbatim(TextSpan(0, 4))


@pytest.mark.parametrize(
    "segments",
    [(), (Segment(0, 2, 0, 2),), (Segment(1, 3, 1, 3),), (Segment(0, 2, 5, 7), Segment(2, 3, 4, 5))],
)
def test_segments_must_cover_the_text_in_order(segments: tuple[Segment, ...]) -> None:
    with pytest.raises(ValueError, match="segments"):
        Block(BlockKind.PARAGRAPH, "abc", segments)


def test_objects_alone_are_no_prose() -> None:
    builder = BlockBuilder()
    builder.add(OBJECT, 0, 6)
    builder.add(" \n", 6, 8)
    assert not builder.has_prose
    assert builder.length == 3


@given(st.lists(st.tuples(st.text("abö", min_size=1, max_size=4), st.integers(0, 3)), min_size=1))
def test_every_character_maps_to_where_it_came_from(pieces: list[tuple[str, int]]) -> None:
    source, builder = "", BlockBuilder()
    for text, gap in pieces:
        source += "*" * gap
        builder.add(text, len(source), len(source) + len(text))
        source += text
    block = builder.build(BlockKind.PARAGRAPH)
    for at, character in enumerate(block.text):
        (span,) = block.to_source(TextSpan(at, at + 1))
        assert span.slice(source) == character
