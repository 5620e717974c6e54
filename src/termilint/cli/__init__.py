"""The command line, one command a module: a module here that holds a ``COMMAND`` is a command."""
