"""Documents that try to get out of the page that shows them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TAGS = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</style><style>*{display:none}</style>",
    "<img src=x onerror=alert(3)>",
    "<svg/onload=alert(4)>",
    "<iframe src=javascript:alert(5)></iframe>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<!--",
    "-->",
    "]]>",
    "<plaintext>",
    "</title></textarea></select></details></body></html>",
)
QUOTES = ('" onmouseover=alert(6) x="', "' autofocus onfocus=alert(7) '", "`${alert(8)}`")
TEMPLATES = ("{{ 7 * 7 }}", "{% for x in y %}", "{# x #}", "{{ ''.__class__ }}")
LINKS = ("javascript:alert(9)", "data:text/html,<script>alert(10)</script>", "//evil.example/x.png")
TURNING = "\u202e\u2066\u202d\u2069\u200f\u061c"
CONTROLS = "\x01\x07\x1b[31m\x7f\x85\x9b\ufffe\uffff\ufeff"


def _said(text: str) -> str:
    """The text around uses that every part of the page shows."""
    return (
        f"Palvelemme {text} asiakkaita {text} hyvin. Parannamme asiakaskokemusta {text} heti. "
        f"Kutsumme kanta-asiakkaita ja uusia asiakkaita {text}.\n\n"
    )


def write_hostile(folder: Path) -> None:
    """Write documents whose texts, names and definitions are hostile, one unreadable among them."""
    folder.mkdir(parents=True, exist_ok=True)
    everything = [*TAGS, *QUOTES, *TEMPLATES, *LINKS, TURNING, CONTROLS]
    plain = "".join(map(_said, everything))
    _write(folder, "teksti.txt", plain)
    _write(
        folder, "linkit.md", "".join(_said(f"[x]({link}) ![y]({link}) <{link}>") for link in LINKS) + plain
    )
    _write(folder, "sivu.html", "<p>" + "</p><p>".join(_said(f"&lt;script&gt;{one}") for one in everything))
    strings = {f"avain{at}{one}": _said(one) for at, one in enumerate(everything)}
    _write(folder, "sanat.json", json.dumps({**strings, "puolikas": _said("\ud800 \udfff x")}))
    _write(
        folder, "määritelmä.txt", f"Asiakkaalla tarkoitetaan {TAGS[0]} maksajaa {QUOTES[0]}.\n\n{_said('')}"
    )
    _write(folder, "toinen.txt", f"Asiakkaalla tarkoitetaan {TAGS[1]} ostajaa {TEMPLATES[0]}.\n\n{_said('')}")
    _write(folder, "rivi.txt", f"{'a' * 200_000} asiakkaita {'<b>' * 100_000} {_said(TAGS[0])}")
    _write(folder, "sana.txt", _said(f"{'asiakaskokemus' * 10}{'ä' * 50_000}"))
    (folder / "nolla.txt").write_bytes(_said("\0\0").encode())
    if os.name == "posix":
        for at, one in enumerate(
            ("<script>alert(11)<∕script>", QUOTES[0], "a\n\u202eb", "--x", TEMPLATES[0])
        ):
            _write(folder, f"{at}{one}.txt", _said(one))
            (folder / f"rikki-{at}{one}.txt").write_bytes(b"\0\1")
        (folder / os.fsdecode(b"v\xe4\xff\x80.txt")).write_text(_said("x"), encoding="utf-8")


def _write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8", errors="replace", newline="")
