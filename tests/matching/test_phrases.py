"""Phrases: the prefilter's literals begin every form of a verb, a noun and an irregular word."""

from __future__ import annotations

import pytest

from termilint.matching.triggers import word_stem


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("olla", "on olemme oli ovat ollut ole"),
        ("tehdä", "tekee tehnyt teimme tehtiin"),
        ("kuunnella", "kuuntelemme kuunnellaan kuunteli"),
        ("ymmärtää", "ymmärrän ymmärsi ymmärtävät"),
        ("tavata", "tapaamme tavannut tapasi"),
        ("levätä", "lepään levännyt"),
        ("paeta", "pakenee paennut"),
        ("juosta", "juoksee juossut"),
        ("hakea", "haemme hakenut haki"),
        ("työskennellä", "työskentelee työskennellyt"),
        ("tuottaa", "tuotamme tuotti tuottanut"),
        ("antaa", "annamme antoi"),
        ("hyvä", "hyvän parempi paras parhaan"),
        ("pitkä", "pitkän pidempi pisin"),
        ("keskiö", "keskiössä keskiöön"),
        ("maailma", "maailmaan maailmoissa"),
    ],
)
def test_word_stems_begin_every_form(lemma: str, forms: str) -> None:
    assert [form for form in forms.split() if not form.startswith(word_stem(lemma))] == []
