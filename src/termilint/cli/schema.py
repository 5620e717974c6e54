"""``termilint schema``: print the JSON Schema of a file that people write."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(["config", "rules", "pack"]))
def schema(*, kind: str) -> None:
    """Print the JSON Schema of the configuration, of rule files or of a pack.yaml, for editors.

    Name it in the first line of the file:
    # yaml-language-server: $schema=PATH
    """
    from termilint.config.json_schema import SCHEMAS

    click.echo(json.dumps(SCHEMAS[kind](), ensure_ascii=False, indent=2))


COMMAND = schema
