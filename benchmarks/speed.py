"""CPU seconds, wall seconds and peak memory of whole ``termilint check`` processes.

Usage: python benchmarks/speed.py [--runs N] [--engines embedded native] [--readers]

The documents are made here: Markdown with headings, lists, tables, links, emphasis and code, about one
form of asiakas per 1,250 characters as in real Finnish web text, and many different words.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

SEED = 20
LETTERS_PER_USE = 1_250

FIRST_PARTS = """
kunta kaupunki koulu metsä järvi talo tie työ aika palvelu tieto tuote hoito laki raha ruoka verkko
maa vesi kesä talvi ilta aamu kirja kuva puhelin auto juna laiva satama tehdas pelto piha katu
puisto kirkko museo teatteri laulu peli pallo jalka käsi silmä pää sydän veri maito leipä kahvi
sokeri suola öljy kaasu sähkö valo lämpö tuuli sade lumi jää kivi hiekka savi puu lehti kukka marja
sieni kala lintu karhu susi hevonen koira kissa lapsi nuori perhe suku ystävä naapuri vieras matka
retki loma juhla""".split()
LAST_FORMS = """
suunnitelma suunnitelmaa suunnitelmassa suunnitelmasta suunnitelmat suunnitelmien hanke hanketta
hankkeessa hankkeet hankkeiden tavoite tavoitteen tavoitteet tavoitteita ohje ohjeen ohjeessa ohjeet
ohjeita alue alueen alueella alueelta alueet alueiden ryhmä ryhmän ryhmässä ryhmät ryhmien keskus
keskuksen keskuksessa keskukset päivä päivän päivänä päivät päivien tila tilan tilassa tilat
tiloissa kauppa kaupan kaupassa kaupat kaupoissa linja linjan linjalla linjat mies miehen miehet
miesten nainen naisen naiset talo talon talossa talot taloissa reitti reitin reitillä reitit
verkosto verkoston verkostossa verkostot malli mallin mallissa mallit mallien kortti kortin kortilla
kortit osasto osaston osastolla osastot järjestelmä järjestelmän järjestelmässä järjestelmät
seuranta seurannan seurannassa""".split()
GLUE = """ja sekä tai mutta kun että jos niin myös vielä aina usein vuonna jälkeen kanssa mukaan ennen on ovat
oli olisi voi voidaan pitää tehdään saadaan otetaan annetaan tarvitaan kehitetään rakennetaan hyvin
paljon vähän uusi vanha suuri pieni yhteinen tämä se joka nämä kaikki moni""".split()
USES = """Kuuntelemme asiakkaita ennen päätöstä.|Palvelemme nykyisiä asiakkaita arkisin.|Kelan asiakkaat
saavat kirjeen.|Vien paketin asiakkaalle kotiin.|Parannamme asiakaskokemusta joka vuosi.|Kanta-asiakkaamme
kokoontuvat syksyllä.|Asiakaspalvelu vastaa puhelimeen.|Toimintamme on asiakaslähtöistä.|Kysymme
asiakkaidemme mielipidettä.|Uuden asiakkaan tiedot tallennetaan.""".replace("\n", " ").split("|")


class Cost(NamedTuple):
    """What one process took: CPU and wall seconds, and peak memory in MiB."""

    cpu: float
    wall: float
    peak: float


def markdown(size: int, *, with_uses: bool, seed: int = SEED) -> str:
    """About ``size`` characters of Markdown, always the same for a seed."""
    chance = random.Random(seed)
    pieces: list[str] = []
    length = since_use = 0
    while length < size:
        piece = paragraph(chance)
        since_use += len(piece)
        while with_uses and since_use >= LETTERS_PER_USE:
            piece = f"{piece} {chance.choice(USES)}"
            since_use -= LETTERS_PER_USE
        pieces.append(f"{piece}\n\n")
        length += len(pieces[-1])
    return "".join(pieces)


def paragraph(chance: random.Random) -> str:
    """One block of a random kind."""
    kind = chance.random()
    if kind < 0.1:
        return f"## {sentence(chance, 4).rstrip('.')}"
    if kind < 0.2:
        return "\n".join(f"- {sentence(chance, 6)}" for _ in range(4))
    if kind < 0.25:
        return f"| {word(chance)} | {word(chance)} |\n|---|---|\n| {word(chance)} | {word(chance)} |"
    if kind < 0.3:
        return f"```\n{word(chance)}_id = {chance.randrange(99)}\n```"
    return " ".join(sentence(chance, chance.randrange(6, 16)) for _ in range(chance.randrange(2, 6)))


def sentence(chance: random.Random, words: int) -> str:
    """A row of words that looks like a sentence."""
    row = [word(chance) if chance.random() < 0.6 else chance.choice(GLUE) for _ in range(words)]
    if chance.random() < 0.1:
        row[0] = f"**{row[0]}**"
    if chance.random() < 0.05:
        row[-1] = f"[{row[-1]}](https://example.org/{row[-1]})"
    return f"{' '.join(row).capitalize()}."


def word(chance: random.Random) -> str:
    """One of many thousand compounds."""
    return chance.choice(FIRST_PARTS) + chance.choice(LAST_FORMS)


def cost_of(command: list[str]) -> Cost:
    """Run a process without output and measure it, with byte code kept as installed programs have it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        process = os.posix_spawn(
            command[0], command, environment, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)]
        )
    _, _, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def median_cost(command: list[str], runs: int) -> Cost:
    """The median of each figure over several runs, after one that warms the disk cache."""
    cost_of(command)
    costs = [cost_of(command) for _ in range(runs)]
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def main() -> None:
    """Measure every document with every engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--engines", nargs="+", default=["embedded", "native"])
    parser.add_argument("--readers", action="store_true", help="each reader's seconds per megabyte too")
    options = parser.parse_args()
    documents = {
        "20 KB": markdown(20_000, with_uses=True),
        "1 MB": markdown(1_000_000, with_uses=True),
        "1 MB, no trigger": markdown(1_000_000, with_uses=False),
    }
    print("document            engine       CPU s   wall s   peak MiB")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, text) in enumerate(documents.items()):
            path = Path(folder, f"{number}.md")
            path.write_text(text, encoding="utf-8")
            for engine in options.engines:
                command = [sys.executable, "-m", "termilint", "check", f"--engine={engine}", str(path)]
                cost = median_cost(command, options.runs)
                print(f"{name:<20}{engine:<11}{cost.cpu:>7.3f}{cost.wall:>9.3f}{cost.peak:>11.1f}")
    if options.readers:
        sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
        from benchmarks import readers  # it needs the tests' libraries

        print(f"\n{readers.HEAD}")
        for row in readers.rows(1_000_000, ()):
            print(row)


if __name__ == "__main__":
    main()
