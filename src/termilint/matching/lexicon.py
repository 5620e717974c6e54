"""Closed classes of Finnish function words that the noun-phrase analysis needs (VISK §§ 713–776, 816)."""

from __future__ import annotations

DETERMINERS_THAT_OPEN = frozenset(
    "se tämä tuo ne nämä nuo joku jokin mikä kuka joka kukin jokainen kumpi kumpikin hän minä sinä me te he "
    "kukaan mikään jompikumpi eräs".split()
)
"""Pronouns before which no further attribute of the same noun stands."""

INTERROGATIVES = frozenset({"kuka", "ken", "mikä"})
PERSONAL_PRONOUNS = frozenset("minä sinä hän me te he".split())
DEMONSTRATIVES = frozenset("se tämä tuo ne nämä nuo sellainen tällainen".split())
RELATIVE = frozenset({"joka"})
QUESTION_WORDS = frozenset("mitä miten miksi missä mistä mihin milloin kuinka mitkä mikä".split())

SPOKEN_GENITIVES = frozenset("mun sun meijän meiän teijän teiän niitten näitten noitten".split())
VERBS_BEFORE_SUBJECT = frozenset("voida saada pitää täytyä".split())
"""Verbs whose third person plural equals their present participle and that rarely are attributes."""
VERBS_OF_COMING = frozenset("olla tulla käydä saapua jäädä ilmestyä astua istua seisoa".split())
"""Verbs whose subject mostly follows: *on tullut asiakas* tells what has happened."""
TIMES = frozenset("kerran hetken tovin tuokion".split())
"""Genitives that tell how often or how long: they belong to the clause, not to the noun after them."""

COPULA = frozenset({"olla"})
PREDICATIVE_VERBS = frozenset("olla kuulua".split())
SPEECH_VERBS = frozenset("puhua sanoa kutsua nimittää käyttää".split())
REPLACING = frozenset("sijaan sijasta asemesta sijalla tilalla".split())
EMPHATIC = frozenset({"itse"})
SOURCES = frozenset({"mukaan"})
DEFINITION_WORDS = frozenset("jäljempänä jälempänä".split())
MENU_VERBS = frozenset("valita napsauttaa klikata avata painaa napauttaa kirjoittaa siirtyä".split())
BECOMING = frozenset({"tulla"})
MESSAGES = frozenset("pyyntö vastaus viesti sanoma tapahtuma yhteys kutsu komento kysely istunto".split())
"""What a client program and a server exchange."""

PURPOSE = frozenset({"varten"})
AGENT_ENDINGS = ("ja", "jä")
"""Endings of agent nouns; a lemma that ends so and has three letters more is taken for a person."""
