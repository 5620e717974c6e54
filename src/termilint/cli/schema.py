"""``termilint schema``: print the JSON Schema of a file that people write."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(["config", "rules"]))
def schema(*, kind: str) -> None:
    """Print the JSON Schema of the configuration or of rule files, for editors.

    Name it in the first line of the file:
    # yaml-language-server: $schema=PATH
    """
    from termilint.config.json_schema import config_schema, rules_schema

    made = config_schema() if kind == "config" else rules_schema()
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))


COMMAND = schema
