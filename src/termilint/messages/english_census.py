"""Texts in English for the census of terms."""

from termilint.messages import CensusMessages, Counted

MESSAGES = CensusMessages(
    read=Counted("No documents were read.", "1 document was read.", "{} documents were read."),
    no_uses="No guarded term is used.",
    uses=Counted("no uses", "1 use", "{} uses"),
    in_documents=Counted("", "in 1 document", "in {} documents"),
    bare=Counted(
        "It always says who is meant.",
        "Once ({1} %) it does not say who is meant.",
        "{0} times ({1} %) it does not say who is meant.",
    ),
    column_uses="uses",
    column_documents="documents",
    column_meaning="what is meant",
    column_before="before",
    column_after="now",
    column_change="change",
    more=Counted("", "and 1 more", "and {} more"),
    unclear="Five readers, five answers: here the word means several groups, and it is not always said which",
    unclear_document=Counted("", "once without a qualifier", "{} times without a qualifier"),
    conflicts="Defined in different ways",
    failed="Not read",
    trend="Change: {0} → {1}",
    documents_changed="Documents in which the word has changed most (uses without a qualifier)",
    no_change="Nothing has changed.",
    work_tree="working tree",
)
