"""Rules as data: what a rule is, how rule files are read, and the packs that come with the program."""
