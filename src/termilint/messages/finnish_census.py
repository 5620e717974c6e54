"""Suomenkieliset tekstit sanojen laskentaan."""

from termilint.messages import CensusMessages, Counted

MESSAGES = CensusMessages(
    read=Counted("Asiakirjoja ei luettu.", "Luettiin 1 asiakirja.", "Luettiin {} asiakirjaa."),
    no_uses="Vartioituja sanoja ei käytetä.",
    uses=Counted("ei yhtään käyttöä", "1 käyttö", "{} käyttöä"),
    in_documents=Counted("", "1 asiakirjassa", "{} asiakirjassa"),
    bare=Counted(
        "Aina selviää, keitä tarkoitetaan.",
        "Kerran ({1} %) ei selviä, keitä tarkoitetaan.",
        "{0} kertaa ({1} %) ei selviä, keitä tarkoitetaan.",
    ),
    column_uses="käyttöjä",
    column_documents="asiakirjoja",
    column_meaning="mitä tarkoitetaan",
    column_before="ennen",
    column_after="nyt",
    column_change="muutos",
    more=Counted("", "ja 1 muu", "ja {} muuta"),
    unclear="Viisi lukijaa, viisi vastausta: sana tarkoittaa näissä useaa joukkoa, eikä aina kerrota mitä",
    unclear_document=Counted("", "kerran ilman tarkennetta", "{} kertaa ilman tarkennetta"),
    conflicts="Sana on määritelty eri tavoin",
    failed="Lukematta jäi",
    trend="Muutos: {0} → {1}",
    documents_changed="Asiakirjat, joissa sana on muuttunut eniten (käyttöjä ilman tarkennetta)",
    no_change="Mikään ei ole muuttunut.",
    work_tree="työkansio",
)
