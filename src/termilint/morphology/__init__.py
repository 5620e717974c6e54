"""Finnish words: analysis of forms and inflection of lemmas, on Voikko's dictionary."""
