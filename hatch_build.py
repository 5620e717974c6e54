"""Hatchling's build hook: writes the dictionary and the compiled rules into the package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackageDataHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives no type for its configuration
    """Runs before every wheel, editable or not; hatchling finds the class by its base."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Write the package data that git does not hold."""
        root = Path(self.root)
        # Hatchling loads this file by its path, so its neighbours are not importable yet.
        sys.path.insert(0, str(root))
        from build_support.dictionary import write_dictionary
        from build_support.rules import write_files, write_stored

        package = root / "src" / "termilint"
        write_dictionary(package / "dictionary" / "5" / "mor-standard")
        write_files(root / "rules", package / "compiled_files.json")
        write_stored(root)
