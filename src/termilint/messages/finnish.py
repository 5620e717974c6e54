"""Suomenkieliset tekstit."""

from termilint.messages import CheckMessages, Counted, EditorMessages, FixMessages, Messages, ReportMessages

MESSAGES = Messages(
    severities={
        "hint": "vihje",
        "info": "huomio",
        "warning": "varoitus",
        "error": "virhe",
    },
    why="Miksi",
    evidence="Peruste",
    suggestion="Ehdotus",
    suggestions="Ehdotuksia",
    files=Counted("ei tiedostoja", "1 tiedosto", "{} tiedostoa"),
    findings=Counted("ei huomautettavaa", "1 löydös", "{} löydöstä"),
    failed_files=Counted("", "1 tiedosto jäi tarkastamatta", "{} tiedostoa jäi tarkastamatta"),
    nothing_to_check="Tarkastettavia tiedostoja ei löytynyt.",
    failed="ei tarkastettu",
    landmarks={
        "slide": "dia {}",
        "notes": "muistiinpanot",
        "cell": "taulukko {}, rivi {}, sarake {}",
        "paragraph": "kappale {}",
        "heading": "otsikko",
        "box": "tekstiruutu",
        "footnote": "alaviite {}",
        "endnote": "loppuviite {}",
        "header": "ylätunniste",
        "footer": "alatunniste",
        "diagram": "kaavio",
        "page": "sivu {}",
        "line": "rivi {}",
        "alt-text": "tekstivastine",
    },
    failures={
        "missing": "Tiedostoa tai kansiota ei ole.",
        "permission": "Lukuoikeus puuttuu.",
        "unreadable": "Lukeminen ei onnistu: {0}.",
        "too-large": "Tiedosto on suurempi kuin {0}. Jaa se osiin ja tarkasta osat.",
        "binary": "Tämä ei ole tekstitiedosto.",
        "bad-encoding": "Tekstin merkistö ei ole kelvollista {0}-koodausta (tavu {1})."
        " Tallenna tiedosto UTF-8-muodossa.",
        "read-only": "Tiedosto on kirjoitussuojattu.",
        "hard-links": "Tiedostolla on toinenkin nimi (kova linkki), johon vanha teksti jäisi."
        " Korjaa tiedoston kopio.",
        "special-file": "Tämä ei ole tavallinen tiedosto.",
        "changed": "Joku muutti tiedostoa samaan aikaan, joten sen annettiin olla. Aja komento uudelleen.",
        "unwritable": "Kirjoittaminen ei onnistu: {0}.",
        "unencodable": "Tiedoston merkistössä {0} ei ole merkkiä {1}. Tallenna tiedosto UTF-8-muodossa.",
        "broken": "Tiedoston rakenne on virheellinen: {0}.",
        "missing-extra": "Tämän muodon lukemiseen tarvitaan valinnainen paketti. Asenna se: {0}",
        "unknown-format": "Tiedostotyyppiä {0} ei osata lukea. Tuetut tyypit: {1}.",
        "broken-package": "Tiedosto on rikki: {0}. Avaa se omassa ohjelmassaan ja tallenna uudelleen.",
        "package-limits": "Tiedostoa ei avata: {0}.",
        "encrypted": "Tiedosto on suojattu salasanalla. Tallenna se ilman salasanaa.",
        "old-office": "Tämä on vanhan Office-ohjelman tiedosto. Avaa se ja tallenna muodossa {0}.",
        "wrong-format": "Tämä ei ole {0}-tiedosto, vaikka nimi sanoo niin.",
        "no-text": "PDF:ssä ei ole tekstiä, vain kuvia tekstistä. Tunnista teksti ensin (OCR).",
        "read-only-format": "{0}-tiedostoja vain luetaan. Korjaa asiakirja, josta tiedosto on tehty.",
        "no-tracked-changes": (
            "Tässä muodossa ei ole muutosten jäljitystä. Käytä kommentteja: termilint review."
        ),
        "no-office-file": "Vain Office-asiakirjoissa on kommentteja ja muutosten jäljitystä.",
        "outside-repository": "Tiedosto ei ole git-varastossa.",
    },
    labels={
        "BARE": "ei selviä, keitä tarkoitetaan",
        "COMPOUND": "yhdyssana rajaa",
        "MODIFIER": "määrite rajaa",
        "GENITIVE": "genetiivi rajaa",
        "CLAUSE": "jälkimäärite rajaa",
        "MENTION": "puhutaan sanasta itsestään",
        "DEFINED": "sana on määritelty",
        "ROLE": "pelkkä rooli",
        "ADDRESS": "puhuttelu",
        "SOFTWARE": "asiakasohjelma",
    },
    features={
        "WordClass.NOUN": "substantiivi",
        "WordClass.ADJECTIVE": "adjektiivi",
        "WordClass.NOUN_ADJECTIVE": "substantiivi tai adjektiivi",
        "WordClass.VERB": "verbi",
        "WordClass.PRONOUN": "pronomini",
        "WordClass.NUMERAL": "numeraali",
        "WordClass.ADVERB": "adverbi",
        "WordClass.ADPOSITION": "adpositio",
        "WordClass.CONJUNCTION": "konjunktio",
        "WordClass.INTERJECTION": "interjektio",
        "WordClass.ABBREVIATION": "lyhenne",
        "WordClass.PREFIX": "etuliite",
        "WordClass.NEGATION": "kieltoverbi",
        "WordClass.FIRST_NAME": "etunimi",
        "WordClass.LAST_NAME": "sukunimi",
        "WordClass.PLACE_NAME": "paikannimi",
        "WordClass.NAME": "nimi",
        "Case.NOMINATIVE": "nominatiivi",
        "Case.GENITIVE": "genetiivi",
        "Case.PARTITIVE": "partitiivi",
        "Case.INESSIVE": "inessiivi",
        "Case.ELATIVE": "elatiivi",
        "Case.ILLATIVE": "illatiivi",
        "Case.ADESSIVE": "adessiivi",
        "Case.ABLATIVE": "ablatiivi",
        "Case.ALLATIVE": "allatiivi",
        "Case.ESSIVE": "essiivi",
        "Case.TRANSLATIVE": "translatiivi",
        "Case.ABESSIVE": "abessiivi",
        "Case.COMITATIVE": "komitatiivi",
        "Case.INSTRUCTIVE": "instruktiivi",
        "Case.ACCUSATIVE": "akkusatiivi",
        "Case.STI": "sti-johdos",
        "Number.SINGULAR": "yksikkö",
        "Number.PLURAL": "monikko",
        "Possessive.FIRST_SINGULAR": "omistusliite -ni",
        "Possessive.SECOND_SINGULAR": "omistusliite -si",
        "Possessive.FIRST_PLURAL": "omistusliite -mme",
        "Possessive.SECOND_PLURAL": "omistusliite -nne",
        "Possessive.THIRD": "omistusliite -nsa",
        "Clitic.KIN": "liite -kin",
        "Clitic.KAAN": "liite -kaan",
        "Clitic.KO": "liite -ko",
        "Clitic.KA": "liite -ka",
        "Clitic.S": "liite -s",
        "Comparison.COMPARATIVE": "komparatiivi",
        "Comparison.SUPERLATIVE": "superlatiivi",
        "Participle.PRESENT_ACTIVE": "va-partisiippi",
        "Participle.PRESENT_PASSIVE": "tava-partisiippi",
        "Participle.PAST_ACTIVE": "nut-partisiippi",
        "Participle.PAST_PASSIVE": "tu-partisiippi",
        "Participle.AGENT": "agenttipartisiippi",
        "Participle.NEGATIVE": "kieltopartisiippi",
        "Mood.INDICATIVE": "indikatiivi",
        "Mood.CONDITIONAL": "konditionaali",
        "Mood.IMPERATIVE": "imperatiivi",
        "Mood.POTENTIAL": "potentiaali",
        "Mood.A_INFINITIVE": "A-infinitiivi",
        "Mood.E_INFINITIVE": "E-infinitiivi",
        "Mood.MA_INFINITIVE": "MA-infinitiivi",
        "Mood.MINEN_INFINITIVE": "minen-muoto",
        "Mood.MAISILLA_INFINITIVE": "maisilla-muoto",
        "Person.FIRST": "1. persoona",
        "Person.SECOND": "2. persoona",
        "Person.THIRD": "3. persoona",
        "Person.PASSIVE": "passiivi",
        "negative": "kieltomuoto",
    },
    unknown_word="tuntematon sana",
    unknown_model="Sanaa {0} ei tunneta, joten sen muotoa ei voi jäljitellä.",
    no_form="Ilmausta {0} ei voi taivuttaa kuin sanaa {1}.",
    source="Lähde",
    bad_examples="Huomautetaan",
    good_examples="Ei huomauteta",
    off_by_default="ei oletuksena käytössä",
    unknown_rule="Sääntöä {0} ei ole.",
    did_you_mean="Tarkoititko: {0}?",
    doctor={
        "python": "Python",
        "engine": "Kielimoottori",
        "reason": "Valinnan syy",
        "dictionary": "Sanasto",
        "library": "Libvoikko",
        "rules": "Sääntöpaketti",
        "self_test": "Koe",
    },
    engine_reasons={
        "it was asked for": "valittu komennossa",
        "libvoikko is installed": "libvoikko on asennettu",
    },
    self_test_passed="kunnossa: {0} löytyi",
    self_test_failed="epäonnistui: sanaa {0} ei löytynyt",
    fix=FixMessages(
        fixed=Counted("mitään ei korjattu", "1 kohta korjattu", "{} kohtaa korjattu"),
        would_fix=Counted("ei korjattavaa", "1 kohta korjattaisiin", "{} kohtaa korjattaisiin"),
        in_files=Counted("", "1 tiedostossa", "{} tiedostossa"),
        left={
            "unsafe": Counted("", "1 kohta odottaa päätöstäsi", "{} kohtaa odottaa päätöstäsi"),
            "display_only": Counted("", "1 kohta on muotoiltava itse", "{} kohtaa on muotoiltava itse"),
            "overlapping": Counted(
                "",
                "1 korjaus jäi pois, koska se osui toisen päälle",
                "{} korjausta jäi pois, koska ne osuivat toisten päälle",
            ),
            "ineffective": Counted(
                "",
                "1 kohta jäi ennalleen, koska korjatustakin huomautettaisiin",
                "{} kohtaa jäi ennalleen, koska korjatuistakin huomautettaisiin",
            ),
            "untrackable": Counted(
                "",
                "1 kohta jäi ennalleen, koska muutosta ei voi näyttää siinä (esim. tekstivastineessa)",
                "{} kohtaa jäi ennalleen, koska muutoksia ei voi näyttää niissä (esim. tekstivastineissa)",
            ),
        },
        hint="Valitse ehdotuksista itse (--interactive), tai ota useimpiin kohtiin sopivat (--unsafe-fixes).",
        failed="ei korjattu",
        failed_files=Counted("", "1 tiedosto jäi korjaamatta", "{} tiedostoa jäi korjaamatta"),
        now="nyt",
        choose="1–{0} = valitse, s = ohita, a = ohita koko sääntö, q = lopeta:",
        choose_one="1 = valitse, s = ohita, a = ohita koko sääntö, q = lopeta:",
    ),
    report=ReportMessages(
        rule_page="Säännön esimerkit ja lähde: {0}",
        not_annotated=Counted(
            "",
            "1 löydös jäi ilman merkintää, sillä GitHub näyttää kustakin tasosta vain 10. Löydös on lokissa.",
            "{} löydöstä jäi ilman merkintää, sillä GitHub näyttää kustakin tasosta vain 10."
            " Kaikki löydökset ovat lokissa.",
        ),
        left_out=Counted(
            "",
            "1 löydös jäi pois, sillä GitHub ottaa vastaan 25 000.",
            "{} löydöstä jäi pois, sillä GitHub ottaa vastaan 25 000.",
        ),
    ),
    suppression={
        "unknown_rule": "Hiljennyskommentin sääntöä ”{0}” ei ole.",
        "unknown_command": "Hiljennyskommenttia ”{0}” ei tunneta.",
        "unused": "”{0}” ei hiljennä tässä mitään: kommentin voi poistaa.",
        "stray": "”{0}”: mitään ei ole hiljennetty, joten tämän kommentin voi poistaa.",
        "did_you_mean": "Tarkoititko: {0}?",
    },
    usage={
        "Usage: {command}": "Käyttö: {command}",
        "Help: {command}": "Ohje: {command}",
        "Missing command.": "Komento puuttuu.",
        "No such command {name}. Commands: {known}": "Komentoa {name} ei ole. Komennot: {known}",
        "No such command {name!r}.": "Komentoa {name} ei ole.",
        "No such option {name!r}.": "Valitsinta {name} ei ole.",
        "Did you mean {possibility}?": "Tarkoititko: {possibility}?",
        "(Did you mean one of: {possibilities}?)": "Tarkoititko jotakin näistä: {possibilities}?",
        "Option {name!r} requires an argument.": "Valitsimelle {name} on annettava arvo.",
        "Option {name!r} does not take a value.": "Valitsimelle {name} ei anneta arvoa.",
        "Missing argument": "Komennolta puuttuu",
        "Missing option": "Komennolta puuttuu valitsin",
        "Got unexpected extra argument ({args})": "Ylimääräinen sana: {args}",
        "Got unexpected extra arguments ({args})": "Ylimääräisiä sanoja: {args}",
        "Invalid value: {message}": "{message}",
        "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
        "{value!r} is not one of {choices}.": "{value!r} ei kelpaa. Sallittuja: {choices}",
        "{value!r} is not a valid {number_type}.": "{value!r} ei ole kokonaisluku.",
        "{value} is not in the range {range}.": "{value} ei ole rajoissa {range}.",
        "{name} {filename!r} is a directory.": "{filename!r} on kansio. Anna tiedosto.",
        "{name} {filename!r} is not readable.": "Tiedostoon {filename!r} ei ole lukuoikeutta.",
        "{name} {filename!r} does not exist.": "Tiedostoa {filename!r} ei ole.",
        "{value!r} names no file after =.": "{value!r} ei nimeä tiedostoa =-merkin jälkeen.",
        "{one} and {other} exclude each other.": "{one} ja {other} sulkevat toisensa pois.",
        "{name} goes with neither --diff nor standard input (-).": "{name} ei sovi yhteen valitsimen --diff"
        " eikä vakiosyötteen (-) kanssa.",
        "These reports would be mixed: {names}. Give a file, for example --format {name}=FILE.": "Nämä"
        " raportit menisivät sekaisin: {names}. Anna tiedosto, esimerkiksi --format {name}=TIEDOSTO.",
        "--output needs a --format without a file of its own.": "--output tarvitsee --format-valitsimen,"
        " jolla ei ole omaa tiedostoa.",
        "Two reports would be written to one file.": "Kaksi raporttia menisi samaan tiedostoon.",
        "The output would overwrite the document itself. Give another name.": "Tulos menisi alkuperäisen"
        " päälle. Anna toinen nimi.",
        "{name} is there already. Give the output's name with -o.": "{name} on jo olemassa. Anna tuloksen"
        " nimi valitsimella -o.",
        "The output must be named like the document: *{suffix}": "Tuloksen nimen on päätyttävä samoin kuin"
        " asiakirjan: *{suffix}",
        "Give one word.": "Anna yksi sana.",
        "Name a rule file, pack folder or pack zip: there are no rule_files in the configuration.": "Nimeä"
        " sääntötiedosto tai sääntöpaketin kansio tai zip: asetuksissa ei ole kohtaa rule_files.",
        "Give one word or more.": "Anna ainakin yksi sana.",
    },
    check=CheckMessages(
        not_shown=Counted("", "1 löydös jätettiin näyttämättä.", "{} löydöstä jätettiin näyttämättä."),
        stale=Counted(
            "",
            "Lähtötasossa on 1 löydös, jota ei enää ole. Poista se: termilint baseline write POLKU",
            "Lähtötasossa on {} löydöstä, joita ei enää ole. Poista ne: termilint baseline write POLKU",
        ),
        known=Counted("ei löydöksiä", "1 löydös", "{} löydöstä"),
        new=Counted("ei uusia löydöksiä", "1 uusi löydös", "{} uutta löydöstä"),
        written="Lähtötaso kirjoitettiin: {0} ({1}).",
        not_added=Counted(
            "",
            "1 uusi löydös ei ole lähtötasossa. Valinta --add-new lisää sen.",
            "{} uutta löydöstä ei ole lähtötasossa. Valinta --add-new lisää ne.",
        ),
        up_to_date="Lähtötaso on ajan tasalla: {0}.",
    ),
    config={
        "file": "Asetustiedosto",
        "root": "Juurikansio",
        "none": "ei ole",
        "default": "oletus",
    },
    review={"suffix": "kommentoitu"},
    review_comments=Counted("ei kommentoitavaa", "1 kommentti", "{} kommenttia"),
    rules={
        "sound": "Kunnossa. Sääntöjä {0}, esimerkkejä {1}.",
        "unclear": "Sääntöjä {0}, esimerkkejä {1}. Korjattavaa: {2}.",
        "unreadable": "Sääntöjä ei voi lukea, ennen kuin nämä on korjattu.",
        "passed": "Sääntöjä {0}, esimerkkejä {1}: kaikki pitävät paikkansa.",
        "failed": "Sääntöjä {0}, esimerkkejä {1}. Eroja: {2}.",
        "expected": "odotettu:",
        "found": "tulos:",
        "differs": "tulos on toinen.",
        "rewritten": "korjatustakin tekstistä huomautetaan.",
        "prefilter": "esiseula ohittaa kohdan, jonka tarkka luku löytää. Vika on ohjelmassa: kerro siitä.",
        "inflected": "”{0}” on taivutettu muoto. Kirjoita perusmuoto: {1}.",
        "unknown": "Sanaa ”{0}” ei ole sanastossa, joten sen muotoja ei löydetä."
        " Luettele muodot ilmauksena: =muoto|=muodon.",
        "unknown_near": "Sanaa ”{0}” ei ole sanastossa. Tarkoititko: {1}?",
        "own_suggestion": "Sääntö huomauttaisi omasta ehdotuksestaan ”{0}”.",
        "no_inflection": "Ehdotus ”{0}” ei taivu kuten ”{1}”. Kirjoita ehdotus perusmuodossa.",
        "overlap": "Säännöt {0} ja {1} huomauttavat samasta kohdasta ”{2}”. Poista sana toisesta, lisää"
        " toiseen unless tai ota toinen pois käytöstä.",
    },
    rule_forms={
        "key": "avain",
        "rule": "sääntö",
        "pack": "paketti",
        "word list": "sanalista",
        "placeholder": "merkintä",
        "a list": "luettelo",
        "a mapping": "avaimet ja arvot",
        "nothing": "tyhjä",
        "the file": "tiedosto",
        'unknown {kind} "{name}", did you mean "{near}"? Allowed: {allowed}': "{kind} ”{name}” on tuntematon."
        " Tarkoititko: ”{near}”? Sallittuja: {allowed}",
        'unknown {kind} "{name}". Allowed: {allowed}': "{kind} ”{name}” on tuntematon. Sallittuja: {allowed}",
        "the file is empty: a rule file has rules, lists or both": "Tiedosto on tyhjä. Sääntötiedostossa on"
        " kohta rules, kohta lists tai molemmat.",
        "{label} must not be empty": "{label} ei saa olla tyhjä.",
        "{label} must be a text, not {given}": "{label}: kirjoita teksti ({given} ei kelpaa).",
        "{label} must be a text: put {given} in quotation marks": "{label}: pane {given} lainausmerkkeihin.",
        "{label} must be true or false, not {given}": "{label}: kirjoita true tai false ({given} ei kelpaa).",
        "{label} must be a list, not {given}": "{label}: kirjoita luettelo, esimerkiksi [sana, toinen]"
        " ({given} ei kelpaa).",
        "{label} must be a mapping, not {given}": "{label}: kirjoita avaimia ja arvoja ({given} ei kelpaa).",
        "{label} lacks {keys}": "{label}: puuttuu {keys}.",
        "{label} must have exactly one kind, not {given}. Allowed: {allowed}": "{label}: valitse yksi laji"
        " ({given} ei kelpaa). Sallittuja: {allowed}",
        "{label} must mark with {…} what the rule reports": "{label}: merkitse aaltosulkeilla {…}, mistä"
        " sääntö huomauttaa.",
        "{label} must not mark anything: the rule reports nothing in it": "{label}: poista aaltosulkeet,"
        " sillä tästä sääntö ei huomauta.",
        "{label} {word} must be one word in base form": "{label} {word}: kirjoita yksi sana perusmuodossa.",
        "{label} {name} must be kebab-case: a-z, 0-9 and single hyphens": "{label} {name}: käytä pieniä"
        " kirjaimia a-z, numeroita ja yksittäisiä yhdysmerkkejä.",
        "{label} {text} must be an address with {rule} in it, such as {example}": "{label} {text}: kirjoita"
        " verkko-osoite, jossa on {rule}, esimerkiksi {example}",
        "{label} {text} must be like {example}": "{label} {text}: kirjoita näin: {example}",
        "{label} must begin and end with a word, not with *": "{label}: ilmauksen alussa ja lopussa on oltava"
        " sana, ei tähteä.",
        "{label} has {number} words and gaps; allowed are {most}": "{label}: sanoja ja aukkoja on {number},"
        " enintään niitä saa olla {most}.",
        "{label} has gaps of {number} words together; allowed are {most}": "{label}: aukoissa on yhteensä"
        " {number} sanaa, enintään niitä saa olla {most}.",
        "{label} holds {part}; allowed are * for one word and *1 to *9 for up to so many": "{label}: {part}"
        " ei kelpaa. Tähti * on yksi sana, *1–*9 enintään niin monta.",
        "{label} holds {part}; allowed are words, =forms and $lists with | between them": "{label}: {part} ei"
        " kelpaa. Kirjoita perusmuotoja, =muotoja ja $sanalistoja, vaihtoehtojen väliin |.",
        "{label} holds a lonely or empty brace: {brace}": "{label}: aaltosulku {brace} on yksin tai tyhjä.",
        "{label} holds a rewrite ${…} that is empty or not right after its mark {…}": "{label}: korjaus ${…}"
        " on tyhjä, tai se ei ole heti kohdan {…} perässä.",
        "{label} holds {word}, which is not a word or a $list": "{label}: {word} ei ole sana eikä $lista.",
        "{label} holds {word}, which is too long for a word": "{label}: {word} on liian pitkä sanaksi.",
        "list name {name} must be lower-case letters a-z, digits and _": "Sanalistan nimessä {name} saa olla"
        " pieniä kirjaimia a-z, numeroita ja alaviivoja.",
        "word list {name} includes itself: {circle}": "Sanalista {name} sisältää itsensä: {circle}",
        "word lists include each other deeper than {number} levels": "Sanalistoja on sisäkkäin yli {number}.",
        "the rules and lists hold more than {number} words together": "Säännöissä ja sanalistoissa on"
        " yhteensä yli {number} sanaa.",
        "holds more than {number} values: write word lists as texts with spaces": "Arvoja on yli {number}."
        " Kirjoita sanalistat tekstinä, sanat välilyönnein erotettuina.",
        "the rule files hold more than {number} values together. {hint}": "Sääntötiedostoissa on yhteensä yli"
        " {number} arvoa. Lue vähemmän tiedostoja kerralla.",
        "rule id {name} is already given at {place}": "Tunnus {name} on jo säännöllä {place}.",
        "rule id {name} is already used in {place}": "Tunnus {name} on jo säännöllä tiedostossa {place}.",
        "word list {name} is already given at {place}": "Sanalista {name} on jo annettu: {place}",
        "key {name} is already given on line {line}": "Avain {name} on jo rivillä {line}.",
        "is not UTF-8: byte {byte} cannot be read": "Tiedosto ei ole UTF-8-muodossa (tavu {byte}). Tallenna"
        " se UTF-8-muodossa.",
        "holds the character {character}, which is not text": "Merkki {character} ei ole tekstiä.",
        "is not YAML: {problem}": "Tätä ei voi lukea. Tarkista sisennykset, lainausmerkit ja sulkeet."
        " (YAML: {problem})",
        "a file holds one YAML document, here begins a second": "Tiedostossa saa olla yksi YAML-asiakirja,"
        " tästä alkaa toinen.",
        "YAML {kind} such as {example} are not allowed": "YAML-merkintä {example} ei ole sallittu.",
        "is nested deeper than {number} levels": "Sisäkkäisiä tasoja on yli {number}.",
        "a key must be a word, not a list, a mapping or an alias": "Avaimen on oltava sana.",
        "cannot be read: {reason}": "Lukeminen ei onnistu: {reason}.",
        "is too large: a pack has at most {files} files and {most} bytes": "Paketti on liian suuri: enintään"
        " {files} tiedostoa ja {most} tavua.",
        "is too large: {what} has at most {most} bytes": "Liian suuri: enintään {most} tavua.",
        "is no sound zip file: {reason}": "Zip-tiedosto on rikki: {reason}.",
        "has {number} files: a pack has at most {most}": "Tiedostoja on {number}, paketissa niitä saa olla"
        " enintään {most}.",
        "holds the unsafe name {name}: names are paths inside the pack": "Nimi {name} on vaarallinen: se vie"
        " ulos paketista.",
        "holds {name} twice": "Tiedosto {name} on paketissa kahdesti.",
        "holds the link {name}: a pack has files only": "{name} on linkki: paketissa on vain tiedostoja.",
        "holds {name} encrypted": "{name} on salattu.",
        "holds {name}, which is larger than {most} bytes": "{name} on suurempi kuin {most} tavua.",
        "is a link out of the pack: a pack has files of its own only": "Linkki vie ulos paketista: paketissa"
        " saa olla vain omia tiedostoja.",
        "there is no such file or folder. {usage}": "Tiedostoa tai kansiota ei ole. Säännöt ovat"
        " YAML-tiedostossa tai paketissa: kansiossa tai zipissä, jossa on pack.yaml.",
        "the folder has no {file}. {usage}": "Kansiossa ei ole tiedostoa {file}.",
        "the zip has no {file}. {usage}": "Zipissä ei ole tiedostoa {file}.",
        "the zip has more than one {file}. {usage}": "Zipissä on useita tiedostoja nimeltä {file}.",
        "pack {name} would extend itself by {base}": "Paketti {name} rakentaisi itsensä päälle: {base}",
        "{rule} is a rule of this pack: change it in {file}": "{rule} on tämän paketin oma sääntö: muuta sitä"
        " tiedostossa {file}",
        "{rule} is a rule of pack {pack}, which this pack does not extend: add {name} to extends": "{rule} on"
        " paketin {pack} sääntö: lisää {name} kohtaan extends.",
        "{rule} is a {kind} rule, which has no {key}. Allowed: {allowed}": "Säännön {rule} lajissa {kind} ei"
        " ole avainta {key}. Sallittuja: {allowed}",
        "{word} is both in narrows and in does_not_narrow": "{word} on sekä kohdassa narrows että kohdassa"
        " does_not_narrow.",
        "the pack needs {needed}, this is {version}: update termilint": "Paketti tarvitsee ohjelman {needed},"
        " tämä on {version}: päivitä termilint.",
    },
    drafts={
        "rule": """\
# Sääntö: mistä huomautetaan, miksi ja mitä sen sijaan.
# Muuta tekstit omiksesi, ja aja sitten: termilint rules check
rules:
  - id: {id}  # pysyvä tunnus: pieniä kirjaimia a-z, numeroita ja yhdysmerkkejä
    severity: info  # kuinka paljon löydös painaa: hint, info, warning tai error
    confidence: medium  # kuinka usein löydös on oikea: low, medium tai high (lähes aina)
    match:
{match}    # unless: ["sana tai ilmaus"]  # näistä ei huomauteta
    # where: [body, heading]  # vain näissä: body, heading, quote, attribute, front-matter, ui-string
    message: "Sanasta ”{{match}}” ei selviä, keitä tarkoitetaan: nimeä ihmiset."  # mitä jää epäselväksi
    why: Lukija ymmärtää tekstin paremmin, kun ihmiset nimetään.  # miksi asia on tärkeä
    source: oma ehdotus  # kirja, ohje tai päätös, johon sääntö perustuu
{suggestions}    examples:  # {{…}} on kohta, josta huomautetaan, ${{…}} sen perässä korjaus
""",
        "term": "      term:\n        words: [{0}]  # perusmuodossa; kaikki taivutusmuodot löytyvät\n",
        "phrase": "      phrase:\n        patterns: [{0}]  # perusmuotoja, =muotoja, * on yksi sana\n",
        "needs_qualifier": """\
      needs_qualifier:
        lemma: {0}
        does_not_narrow: [$quantities, $determiners, $evaluations]  # nämä eivät kerro, keitä tarkoitetaan
        speakers: [$speakers]
        quantities: [$quantities]
        greetings: [$greetings]
        mention_nouns: [$mention_nouns]
        definition_verbs: [$definition_verbs]
        definition_nouns: [$definition_nouns]
        people: [$people]
        organisations: [$organisations, $places, $care]
        services: [$services]
""",
        "no_suggestions": "    # suggestions: [ihminen]  # mitä kirjoittaa sen sijaan, perusmuodossa\n",
        "about_bad": "lauseita, joista huomautetaan: vaihda omiisi, vähintään kolme",
        "about_good": "lauseita, joista ei huomauteta",
        "good": "Nimesimme ihmiset.",
        "elative": "Puhumme {0} tänään.",
        "partitive": "Mietimme {0} eilen.",
        "genitive": "{0} asema muuttuu.",
        "pack": """\
# Sääntöpaketti: tämä kansio ja sen sääntötiedostot, tai niistä tehty zip.
name: {name}  # pysyvä tunnus
version: "0.1.0"
license: CC-BY-4.0  # lisenssi, jolla sääntöjä saa käyttää
language: fi
title: {name}  # paketin nimi ihmisille
description: Oman organisaation sanasto.  # mistä paketissa on kyse
requires: termilint >= {version}
# extends: [asiakas]  # paketit, joiden päälle tämä rakentaa
# rules:  # mitä niiden säännöistä muutetaan
#   asiakaspolku: off
#   asiakaskokemus:
#     severity: error
#     suggestions: [käyttökokemus]
#     unless: [asiakaskokemustutkimus]
# unless: ["sana tai ilmaus"]  # näistä ei huomauta yksikään paketin sääntö
# enabled: false  # paketti on pois, kunnes se otetaan käyttöön
# rule_pages: "https://example.org/saannot/{{rule}}.html"  # sivut, joihin raportit viittaavat
""",
        "written": "Kirjoitettiin {0}.",
        "next": "Seuraavaksi:",
        "test": "  termilint rules test {0}   # pitävätkö esimerkit",
        "check": "  termilint rules check {0}   # onko sääntö selvä",
        "use": "  termilint check TIEDOSTO --rules {0}",
        "taken": "Sääntö {0} on jo olemassa ({1}): ota se käyttöön asetuksissa, tai anna toinen nimi: --id.",
        "nothing_reported": "Sääntö ei huomauta lauseesta ”{0}”. Anna lause, jossa sana on: --example.",
        "ask_text": "Mistä sanasta tai ilmauksesta sääntö huomauttaa (perusmuodossa)",
        "ask_instead": "Mitä voi kirjoittaa sen sijaan (perusmuodossa, pilkulla erottaen; saa olla tyhjä)",
    },
    pages={
        "language": "Suomeksi",
        "index": "Säännöt",
        "rule": "Sääntö",
        "says": "Mitä sääntö sanoo",
        "alone": "Muut säännöt",
        "switch_on": "Paketti ei ole oletuksena käytössä. Ota se käyttöön asetuksissa",
        "pack": "Paketti",
        "high": "lähes aina oikeassa",
        "medium": "useimmiten oikeassa",
        "low": "joskus oikeassa",
        "instead": "Kirjoita sen sijaan",
        "unless": "Poikkeukset",
        "other_sense": "Ei huomauteta tekstissä, jossa puhutaan näistä",
        "where": "Missä sääntö puhuu",
        "body": "leipätekstissä, luetteloissa ja taulukoissa",
        "heading": "otsikoissa",
        "quote": "lainauksissa",
        "attribute": "kuvien ja linkkien selitteissä",
        "front-matter": "sivun tiedoissa (front matter)",
        "ui-string": "käyttöliittymän teksteissä (käännöstiedostot)",
        "fix": "Korjaaminen",
        "fix_safe": "Komento termilint fix kirjoittaa ehdotuksen, jos se on ainoa.",
        "fix_unsafe": "Valitse ehdotus itse: termilint fix --interactive. Komento termilint fix"
        " --unsafe-fixes kirjoittaa ehdotuksista sen, joka sopii useimpiin kohtiin.",
        "fix_display-only": "Muotoile lause itse: ehdotusta ei kirjoiteta tekstiin.",
    },
    init={
        "exists": "Asetukset ovat jo tiedostossa {0}. Siihen ei koskettu.",
        "written": "Kirjoitettiin {0}.",
        "formats": "Tarkastettavia tiedostoja: {0}.",
        "no_formats": "Tarkastettavia tiedostoja ei löytynyt.",
        "next": "Seuraavaksi:",
        "check": "termilint check .                  # mitä teksteistä löytyy",
        "baseline": "termilint baseline write .         # vain uusista löydöksistä huomautetaan",
        "pre-commit": "lisää tiedostoon .pre-commit-config.yaml hook termilint (ohje: docs/configuration.md)",
        "github": "lisää GitHub-ajoon: termilint check . --format auto",
        "gitlab": "lisää GitLab-ajoon: termilint check . --format gitlab=gl-code-quality-report.json",
        "azure": "lisää Azure-ajoon: termilint check . --format auto",
    },
    editor=EditorMessages(
        replace="Vaihda tilalle ”{0}”",
        replace_because="Vaihda tilalle ”{0}” – {1}",
        fix_all="Korjaa kaikki kohdat, joihin on yksi oikea sana",
        silence="Hiljennä tässä sääntö {0}",
        add_to_baseline="Lisää löydös lähtötasoon",
        explain="Miksi? Säännön {0} perustelut",
        not_checked="Tekstiä ei tarkastettu. {0}",
        too_long="Siinä on yli {0} merkkiä. Komentorivin ”termilint check” lukee sen.",
        broken_settings="termilint: tiedostossa {0} on virheitä. Aiemmat asetukset pysyvät voimassa.",
        broken_from_start="termilint: tiedostossa {0} on virheitä tai sitä ei voi lukea. "
        "Oletusasetukset ovat voimassa, kunnes virheet on korjattu.",
        unknown_setting="termilint: asetus {0} ei voi olla {1}. Sallittuja ovat: {2}.",
    ),
)
