"""What a project wants: its configuration file, read strictly, and the rules as it changes them."""
