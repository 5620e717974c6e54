"""Texts in English."""

from termilint.messages import CheckMessages, Counted, EditorMessages, FixMessages, Messages, ReportMessages

MESSAGES = Messages(
    severities={
        "hint": "hint",
        "info": "info",
        "warning": "warning",
        "error": "error",
    },
    why="Why",
    evidence="Evidence",
    suggestion="Suggestion",
    suggestions="Suggestions",
    files=Counted("no files", "1 file", "{} files"),
    findings=Counted("nothing to remark on", "1 finding", "{} findings"),
    failed_files=Counted("", "1 file was not checked", "{} files were not checked"),
    nothing_to_check="There were no files to check.",
    failed="not checked",
    landmarks={
        "slide": "slide {}",
        "notes": "notes",
        "cell": "table {}, row {}, column {}",
        "paragraph": "paragraph {}",
        "heading": "heading",
        "box": "text box",
        "footnote": "footnote {}",
        "endnote": "endnote {}",
        "header": "header",
        "footer": "footer",
        "diagram": "diagram",
        "page": "page {}",
        "line": "line {}",
        "alt-text": "alt text",
    },
    failures={
        "missing": "There is no such file or folder.",
        "permission": "There is no permission to read this.",
        "unreadable": "It cannot be read: {0}.",
        "too-large": "The file is larger than {0}. Split it and check its parts.",
        "binary": "This is not a text file.",
        "bad-encoding": "The text is not valid {0} (byte {1}). Save the file as UTF-8.",
        "read-only": "The file is read-only.",
        "hard-links": "The file has other names (hard links), which would keep the old text."
        " Fix a copy of it.",
        "special-file": "This is not an ordinary file.",
        "changed": "Somebody else changed the file meanwhile, so it was left alone. Run the command again.",
        "unwritable": "It cannot be written: {0}.",
        "unencodable": "The file's encoding {0} has no character {1}. Save the file as UTF-8.",
        "broken": "This is not valid: {0}.",
        "missing-extra": "Reading this format needs an optional package. Install it: {0}",
        "unknown-format": "Files of type {0} are not supported. Supported: {1}.",
        "broken-package": "The file is damaged: {0}. Open it in its own program and save it again.",
        "package-limits": "The file is refused: {0}.",
        "encrypted": "The file is protected by a password. Save it without one.",
        "old-office": "This is an old Office file. Open it and save it as {0}.",
        "wrong-format": "This is not a {0} file, whatever its name says.",
        "no-text": "The PDF has no text, only pictures of it. Recognise its text first (OCR).",
        "read-only-format": "{0} files are only read. Fix the document that it was made from.",
        "no-tracked-changes": "This format has no tracked changes. Use comments: termilint review.",
        "no-office-file": "Only Office documents bear comments and tracked changes.",
        "outside-repository": "The file is not in the git repository.",
    },
    labels={
        "BARE": "does not tell who is meant",
        "COMPOUND": "narrowed by a compound",
        "MODIFIER": "narrowed by a modifier",
        "GENITIVE": "narrowed by a genitive",
        "CLAUSE": "narrowed by what follows",
        "MENTION": "the word itself is the topic",
        "DEFINED": "defined",
        "ROLE": "merely a role",
        "ADDRESS": "form of address",
        "SOFTWARE": "a client program",
    },
    features={
        "WordClass.NOUN": "noun",
        "WordClass.ADJECTIVE": "adjective",
        "WordClass.NOUN_ADJECTIVE": "noun or adjective",
        "WordClass.VERB": "verb",
        "WordClass.PRONOUN": "pronoun",
        "WordClass.NUMERAL": "numeral",
        "WordClass.ADVERB": "adverb",
        "WordClass.ADPOSITION": "adposition",
        "WordClass.CONJUNCTION": "conjunction",
        "WordClass.INTERJECTION": "interjection",
        "WordClass.ABBREVIATION": "abbreviation",
        "WordClass.PREFIX": "prefix",
        "WordClass.NEGATION": "negation verb",
        "WordClass.FIRST_NAME": "first name",
        "WordClass.LAST_NAME": "last name",
        "WordClass.PLACE_NAME": "place name",
        "WordClass.NAME": "name",
        "Case.NOMINATIVE": "nominative",
        "Case.GENITIVE": "genitive",
        "Case.PARTITIVE": "partitive",
        "Case.INESSIVE": "inessive",
        "Case.ELATIVE": "elative",
        "Case.ILLATIVE": "illative",
        "Case.ADESSIVE": "adessive",
        "Case.ABLATIVE": "ablative",
        "Case.ALLATIVE": "allative",
        "Case.ESSIVE": "essive",
        "Case.TRANSLATIVE": "translative",
        "Case.ABESSIVE": "abessive",
        "Case.COMITATIVE": "comitative",
        "Case.INSTRUCTIVE": "instructive",
        "Case.ACCUSATIVE": "accusative",
        "Case.STI": "sti adverb",
        "Number.SINGULAR": "singular",
        "Number.PLURAL": "plural",
        "Possessive.FIRST_SINGULAR": "possessive -ni",
        "Possessive.SECOND_SINGULAR": "possessive -si",
        "Possessive.FIRST_PLURAL": "possessive -mme",
        "Possessive.SECOND_PLURAL": "possessive -nne",
        "Possessive.THIRD": "possessive -nsa",
        "Clitic.KIN": "clitic -kin",
        "Clitic.KAAN": "clitic -kaan",
        "Clitic.KO": "clitic -ko",
        "Clitic.KA": "clitic -ka",
        "Clitic.S": "clitic -s",
        "Comparison.COMPARATIVE": "comparative",
        "Comparison.SUPERLATIVE": "superlative",
        "Participle.PRESENT_ACTIVE": "present active participle",
        "Participle.PRESENT_PASSIVE": "present passive participle",
        "Participle.PAST_ACTIVE": "past active participle",
        "Participle.PAST_PASSIVE": "past passive participle",
        "Participle.AGENT": "agent participle",
        "Participle.NEGATIVE": "negative participle",
        "Mood.INDICATIVE": "indicative",
        "Mood.CONDITIONAL": "conditional",
        "Mood.IMPERATIVE": "imperative",
        "Mood.POTENTIAL": "potential",
        "Mood.A_INFINITIVE": "A infinitive",
        "Mood.E_INFINITIVE": "E infinitive",
        "Mood.MA_INFINITIVE": "MA infinitive",
        "Mood.MINEN_INFINITIVE": "minen form",
        "Mood.MAISILLA_INFINITIVE": "maisilla form",
        "Person.FIRST": "1st person",
        "Person.SECOND": "2nd person",
        "Person.THIRD": "3rd person",
        "Person.PASSIVE": "passive",
        "negative": "negative form",
    },
    unknown_word="unknown word",
    unknown_model="The word {0} is unknown, so nothing can be inflected like it.",
    no_form="{0} cannot be inflected like {1}.",
    source="Source",
    bad_examples="Reported",
    good_examples="Not reported",
    off_by_default="off by default",
    unknown_rule="There is no rule {0}.",
    did_you_mean="Did you mean: {0}?",
    doctor={
        "python": "Python",
        "engine": "Language engine",
        "reason": "Chosen because",
        "dictionary": "Dictionary",
        "library": "Libvoikko",
        "rules": "Rule pack",
        "self_test": "Self-test",
    },
    engine_reasons={},
    self_test_passed="passed: {0} was found",
    self_test_failed="failed: {0} was not found",
    fix=FixMessages(
        fixed=Counted("nothing was fixed", "1 place fixed", "{} places fixed"),
        would_fix=Counted("nothing to fix", "1 place would be fixed", "{} places would be fixed"),
        in_files=Counted("", "in 1 file", "in {} files"),
        left={
            "unsafe": Counted("", "1 place awaits your decision", "{} places await your decision"),
            "display_only": Counted("", "1 place needs your own words", "{} places need your own words"),
            "overlapping": Counted(
                "",
                "1 fix was left out because it overlaps another one",
                "{} fixes were left out because they overlap others",
            ),
            "ineffective": Counted(
                "",
                "1 place stays as it was because its fix would be reported too",
                "{} places stay as they were because their fixes would be reported too",
            ),
            "untrackable": Counted(
                "",
                "1 place stays as it was because it cannot bear a tracked change (as in an alt text)",
                "{} places stay as they were because they cannot bear tracked changes (as in alt texts)",
            ),
        },
        hint="Choose for yourself (--interactive), or take what fits most places (--unsafe-fixes).",
        failed="not fixed",
        failed_files=Counted("", "1 file was not fixed", "{} files were not fixed"),
        now="now",
        choose="1–{0} = choose, s = skip, a = skip the whole rule, q = quit:",
        choose_one="1 = choose, s = skip, a = skip the whole rule, q = quit:",
    ),
    report=ReportMessages(
        rule_page="Examples and the source of the rule: {0}",
        not_annotated=Counted(
            "",
            "1 finding has no annotation, since GitHub shows only 10 of each level. The log has it.",
            "{} findings have no annotation, since GitHub shows only 10 of each level. The log has them all.",
        ),
        left_out=Counted(
            "",
            "1 finding was left out, since GitHub takes 25,000.",
            "{} findings were left out, since GitHub takes 25,000.",
        ),
    ),
    suppression={
        "unknown_rule": "There is no rule “{0}” to silence.",
        "unknown_command": "There is no comment “{0}”.",
        "unused": "“{0}” silences nothing here: the comment can go.",
        "stray": "“{0}”: nothing is silenced, so this comment can go.",
        "did_you_mean": "Did you mean {0}?",
    },
    usage={},
    check=CheckMessages(
        not_shown=Counted("", "1 more finding is not shown.", "{} more findings are not shown."),
        stale=Counted(
            "",
            "The baseline has 1 finding that is gone. Remove it: termilint baseline write PATH",
            "The baseline has {} findings that are gone. Remove them: termilint baseline write PATH",
        ),
        known=Counted("no findings", "1 finding", "{} findings"),
        new=Counted("no new findings", "1 new finding", "{} new findings"),
        written="The baseline was written: {0} ({1}).",
        not_added=Counted(
            "",
            "1 new finding is not in the baseline. --add-new adds it.",
            "{} new findings are not in the baseline. --add-new adds them.",
        ),
        up_to_date="The baseline is up to date: {0}.",
    ),
    config={
        "file": "Configuration file",
        "root": "Root folder",
        "none": "none",
        "default": "default",
    },
    review={"suffix": "reviewed"},
    review_comments=Counted("nothing to comment on", "1 comment", "{} comments"),
    rules={
        "sound": "Sound. Rules: {0}, examples: {1}.",
        "unclear": "Rules: {0}, examples: {1}. To put right: {2}.",
        "unreadable": "The rules cannot be read before these are put right.",
        "passed": "Rules: {0}, examples: {1}: all hold.",
        "failed": "Rules: {0}, examples: {1}. Differences: {2}.",
        "expected": "expected:",
        "found": "found:",
        "differs": "something else comes out.",
        "rewritten": "the rewritten text is reported, too.",
        "prefilter": "the quick look misses what the full analysis finds. This is a bug: please report it.",
        "inflected": "“{0}” is an inflected form. Write the base form: {1}.",
        "unknown": "“{0}” is not in the dictionary, so its forms cannot be found."
        " List them as a phrase: =form|=other.",
        "unknown_near": "“{0}” is not in the dictionary. Did you mean: {1}?",
        "own_suggestion": "The rule would report its own suggestion “{0}”.",
        "no_inflection": "The suggestion “{0}” does not inflect like “{1}”. Write it in base form.",
        "overlap": "The rules {0} and {1} report the same place “{2}”. Remove the word from one, add unless"
        " to one, or turn one off.",
    },
    rule_forms={},
    drafts={
        "rule": """\
# A rule: what is reported, why, and what to write instead.
# Make the texts your own, then run: termilint rules check
rules:
  - id: {id}  # stable name: small letters a-z, digits and hyphens
    severity: info  # how much a finding matters: hint, info, warning or error
    confidence: medium  # how often a finding is right: low, medium or high (nearly always)
    match:
{match}    # unless: ["word or phrase"]  # over these the rule stays silent
    # where: [body, heading]  # only in these: body, heading, quote, attribute, front-matter, ui-string
    message: "“{{match}}” does not say who is meant: name the people."  # what readers do not learn
    why: Readers understand a text better when people are named.  # why it matters
    source: own proposal  # the book, guide or decision that the rule rests on
{suggestions}    examples:  # {{…}} is what is reported, ${{…}} behind it how it is rewritten
""",
        "term": "      term:\n        words: [{0}]  # in base form; every inflected form is found\n",
        "phrase": "      phrase:\n        patterns: [{0}]  # base forms, =forms, * for one word\n",
        "needs_qualifier": """\
      needs_qualifier:
        lemma: {0}
        does_not_narrow: [$quantities, $determiners, $evaluations]  # words that do not say who is meant
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
        "no_suggestions": "    # suggestions: [ihminen]  # what to write instead, in base form\n",
        "about_bad": "sentences that are reported: put your own in their place, at least three",
        "about_good": "sentences that are not reported",
        "good": "Nimesimme ihmiset.",
        "elative": "Puhumme {0} tänään.",
        "partitive": "Mietimme {0} eilen.",
        "genitive": "{0} asema muuttuu.",
        "pack": """\
# A rule pack: this folder and the rule files in it, or a zip of them.
name: {name}  # stable name
version: "0.1.0"
license: CC-BY-4.0  # the licence under which the rules may be used
language: fi
title: {name}  # what people call the pack
description: Words of our organisation.  # what the pack is about
requires: termilint >= {version}
# extends: [asiakas]  # packs that this one builds on
# rules:  # what it changes of their rules
#   asiakaspolku: off
#   asiakaskokemus:
#     severity: error
#     suggestions: [käyttökokemus]
#     unless: [asiakaskokemustutkimus]
# unless: ["word or phrase"]  # over these all rules of the pack stay silent
# enabled: false  # the pack is off until it is asked for
# rule_pages: "https://example.org/rules/{{rule}}.html"  # pages that reports point to
""",
        "written": "Wrote {0}.",
        "next": "Next:",
        "test": "  termilint rules test {0}   # do the examples hold",
        "check": "  termilint rules check {0}   # is the rule clear",
        "use": "  termilint check FILE --rules {0}",
        "taken": "There is a rule {0} already ({1}): switch it on in the configuration, or use --id.",
        "nothing_reported": "The rule reports nothing in “{0}”. Give one that has the word: --example.",
        "ask_text": "Which word or phrase does the rule report (in base form)",
        "ask_instead": "What to write instead (in base form, with commas between; may be empty)",
    },
    pages={
        "language": "In English",
        "index": "Rules",
        "rule": "Rule",
        "says": "What it says",
        "alone": "Other rules",
        "switch_on": "The pack is off. Switch it on in the configuration",
        "pack": "Pack",
        "high": "nearly always right",
        "medium": "mostly right",
        "low": "sometimes right",
        "instead": "Write instead",
        "unless": "Exceptions",
        "other_sense": "Silent in a text that speaks of these",
        "where": "Where the rule speaks",
        "body": "in body text, lists and tables",
        "heading": "in headings",
        "quote": "in quotations",
        "attribute": "in descriptions of images and links",
        "front-matter": "in front matter",
        "ui-string": "in texts of user interfaces (translation files)",
        "fix": "Fixing",
        "fix_safe": "termilint fix writes the suggestion if it is the only one.",
        "fix_unsafe": "Choose a suggestion yourself: termilint fix --interactive. Of those offered,"
        " termilint fix --unsafe-fixes writes the one that fits most places.",
        "fix_display-only": "Rephrase the sentence yourself: the suggestion is not written into the text.",
    },
    init={
        "exists": "{0} already has a configuration. It was left alone.",
        "written": "Wrote {0}.",
        "formats": "Files to check: {0}.",
        "no_formats": "No files to check were found.",
        "next": "Next:",
        "check": "termilint check .                  # what the texts have",
        "baseline": "termilint baseline write .         # hear of new findings only",
        "pre-commit": "add the hook termilint to .pre-commit-config.yaml (see docs/configuration.md)",
        "github": "add to your GitHub workflow: termilint check . --format auto",
        "gitlab": "add to your GitLab job: termilint check . --format gitlab=gl-code-quality-report.json",
        "azure": "add to your Azure pipeline: termilint check . --format auto",
    },
    editor=EditorMessages(
        replace="Replace with “{0}”",
        replace_because="Replace with “{0}” – {1}",
        fix_all="Fix all places that have one right answer",
        silence="Silence {0} here",
        add_to_baseline="Add this finding to the baseline",
        explain="Why? Explain {0}",
        not_checked="This text was not checked. {0}",
        too_long="It is longer than {0} characters. “termilint check” on the command line reads it.",
        broken_settings="termilint: {0} has errors. The earlier settings hold until they are corrected.",
        broken_from_start="termilint: {0} has errors or cannot be read. "
        "The default settings hold until this is corrected.",
        unknown_setting="termilint: the setting {0} cannot be {1}. Allowed: {2}.",
    ),
)
