"""The documents of a house that never was: strategies, guides, contracts and letters of our own sentences.

Usage: python -m benchmarks.house FOLDER [--files N]

They are for looking at reports: a third of them has nothing to remark on, some define the word asiakas
and not in the same way, some mean several groups by it.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import NamedTuple

SEED = 7


class Genre(NamedTuple):
    """A kind of text: its folder, its titles, headings and sentences."""

    folder: str
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    sentences: tuple[str, ...]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


STRATEGY = Genre(
    "strategia",
    ("Suunta {}", "Toimintasuunnitelma {}", "Vuosikatsaus {}"),
    ("Missä olemme nyt", "Mihin pyrimme", "Miten mittaamme", "Seuraavat askeleet", "Talous ja väki"),
    _lines(
        """
        Asiakaslähtöisyys näkyy kaikessa, mitä teemme.
        Parannamme asiakaskokemusta ja lyhennämme jonoja.
        Kuuntelemme asiakkaitamme ennen suuria päätöksiä.
        Suurimmat yritysasiakkaat saavat oman yhteyshenkilön.
        Uudet asiakkaat löytävät meidät useimmiten naapurin suosituksesta.
        Kanta-asiakkaamme vastasivat kyselyyn keväällä.
        Luomme asiakasarvoa yhdessä kumppaneiden kanssa.
        Asiakas on toimintamme keskiössä.
        Vuonna 2030 vesi on yhtä puhdasta kuin nyt, ja katkoista kerrotaan etukäteen.
        Putkistamme joka viides metri on peräisin 1960-luvulta.
        Lasku on niin selvä, ettei siitä tarvitse soittaa.
        Investoimme kolmeen uuteen mittausasemaan.
        Henkilöstön määrä pysyi ennallaan, ja sairauspoissaolot vähenivät.
        Kysymme vuosittain, mitä asiakkaille kuuluu.
        Asiakaspolku on kuvattu neuvonnasta laskutukseen.
        """
    ),
)
GUIDE = Genre(
    "ohjeet",
    ("Ohje {}: neuvonta", "Ohje {}: laskutus", "Ohje {}: viestintä"),
    ("Näin aloitat", "Kun puhelin soi", "Kun jotain menee pieleen", "Muistilista", "Määritelmät"),
    _lines(
        """
        Tervehdi asiakasta ja kysy, miten voit auttaa.
        Kirjaa asiakkaan yhteystiedot järjestelmään.
        Kirjaston asiakkaat voivat palauttaa kirjat luukkuun.
        Muistisairaat asiakkaat tarvitsevat aikaa.
        Sisäinen asiakas tilaa työn lomakkeella.
        Jos olet asiakas, löydät laskusi verkkopalvelusta.
        Sovi seuraavasta tapaamisesta ennen kuin lähdet.
        Tarkista osoite aina kahteen kertaan.
        Lähetä vahvistus saman päivän aikana.
        Asiakasymmärrys syntyy kohtaamisissa.
        Pyydä esihenkilöltä apua, jos tilanne tuntuu hankalalta.
        Vastaa viestiin kahdessa päivässä.
        Asiakkaan asiakas voi olla lapsi tai vanhus.
        Avaimet luovutetaan vain kuittausta vastaan.
        """
    ),
)
LETTER = Genre(
    "kirjeet",
    ("Kirje {}", "Tiedote {}"),
    ("Mitä tapahtuu", "Mitä sinun pitää tehdä", "Lisätietoja"),
    _lines(
        """
        Hyvä asiakas, vesi katkeaa kadullasi tiistaina kello 9–12.
        Katkon jälkeen vesi voi olla hetken sameaa.
        Valuta hanaa, kunnes vesi kirkastuu.
        Laskun eräpäivä siirtyy viikolla.
        Kiitos, että luit tämän viestin.
        Neuvonta palvelee arkisin kello 8–16.
        Kerro muutosta meille hyvissä ajoin.
        Palvelemme asiakkaita myös lauantaisin.
        Uusi hinnasto tulee voimaan tammikuun alussa.
        Lähetämme mittarin lukemapyynnön tekstiviestillä.
        """
    ),
)
CLEAN = Genre(
    "pöytäkirjat",
    ("Pöytäkirja {}", "Muistio {}"),
    ("Läsnä", "Päätökset", "Muut asiat"),
    _lines(
        """
        Kokous avattiin kello 9.
        Hyväksyttiin edellisen kokouksen pöytäkirja.
        Päätettiin hankkia kaksi sähköautoa.
        Todettiin, että asukkaat kuulivat katkosta ajoissa.
        Seuraava kokous pidetään marraskuussa.
        Vuokralaisten toiveet käytiin läpi yksi kerrallaan.
        Keskusteltiin talven kunnossapidosta.
        Merkittiin tiedoksi mittausten tulokset.
        """
    ),
)
DEFINITIONS = _lines(
    """
    Asiakkaalla tarkoitetaan tässä sopimuksessa laskun maksajaa.
    Asiakas on henkilö, joka käyttää palvelua.
    Asiakkaalla tarkoitetaan kiinteistön omistajaa.
    """
)
GENRES = (STRATEGY, GUIDE, LETTER, CLEAN, CLEAN)


def build(root: Path, files: int = 200) -> None:
    """Write the documents: always the same for the same number."""
    chance = random.Random(SEED)
    for number in range(1, files + 1):
        genre = GENRES[number % len(GENRES)]
        path = root / genre.folder / f"{genre.folder}-{number:03}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_document(genre, number, chance), encoding="utf-8")


def _document(genre: Genre, number: int, chance: random.Random) -> str:
    blocks = [f"# {chance.choice(genre.titles).format(number)}"]
    for heading in chance.sample(genre.headings, k=3):
        blocks.append(f"## {heading}")
        blocks.extend(_paragraph(genre, chance) for _ in range(chance.randrange(1, 4)))
        if chance.random() < 0.3:
            blocks.append("\n".join(f"- {chance.choice(genre.sentences)}" for _ in range(3)))
    if genre is GUIDE and number % 15 == 1:
        blocks.append(chance.choice(DEFINITIONS))
    return "\n\n".join(blocks) + "\n"


def _paragraph(genre: Genre, chance: random.Random) -> str:
    return " ".join(chance.sample(genre.sentences, k=chance.randrange(2, 5)))


def main() -> None:
    """Write the documents to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=200)
    options = parser.parse_args()
    build(options.folder, options.files)


if __name__ == "__main__":
    main()
