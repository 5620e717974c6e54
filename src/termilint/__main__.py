"""``python -m termilint``."""

from termilint.cli.main import main

if __name__ == "__main__":
    main()
