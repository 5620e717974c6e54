from termilint.model.finding import Report
from tests.reporters.reports import SHARED, written


def test_shared_report() -> None:
    shown = written("teamcity", Report(SHARED.checked[:1], SHARED.failures)).splitlines()
    assert shown[::5] + shown[7:] == [
        (
            "##teamcity[inspectionType id='toimi' name='toimi' category='termilint'"
            " description='Syy on t|0x00e4m|0x00e4. Ja toinen.']"
        ),
        (
            "##teamcity[inspection typeId='toimi' message='Sano |0x201dTy|0x00f6|0x201d toisin."
            " Ehdotus: |0x00c4|0x00e4ni.' file='docs/n|0x00e4yte 1.md' line='1' SEVERITY='ERROR']"
        ),
        "1 tiedosto, 4 löydöstä, 1 tiedosto jäi tarkastamatta",
        (
            "##teamcity[inspection typeId='merkki' message='Sano |0x201d<a & \"b\"> 100 %|0x201d toisin.'"
            " file='docs/n|0x00e4yte 1.md' line='3' SEVERITY='INFO']"
        ),
        (
            "##teamcity[inspection typeId='kokemus' message='Jaettu, sana: |[x|] {0}'"
            " file='docs/n|0x00e4yte 1.md' line='4' SEVERITY='WEAK WARNING']"
        ),
        (
            "##teamcity[inspection typeId='not-checked' message='Tiedostoa tai kansiota ei ole.'"
            " file='poissa.md' line='1' SEVERITY='ERROR']"
        ),
        "1 tiedosto, 4 löydöstä, 1 tiedosto jäi tarkastamatta",
    ]


def test_signs_outside_the_basic_plane_are_two_units() -> None:
    from tests.reporters.reports import finding, report

    text = "😀'|"
    assert "typeId='|0xd83d|0xde00|'||'" in written("teamcity", report(text, finding(text, text, rule=text)))
