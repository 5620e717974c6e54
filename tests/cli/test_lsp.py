import subprocess
import sys


def test_without_the_extra_it_says_what_to_install() -> None:
    program = "import sys; sys.modules['pygls'] = None; from termilint.cli.main import main; main(['lsp'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603  # our own
    assert done.returncode == 2
    assert done.stderr == (
        'termilint: the language server needs an optional package. Install it: pip install "termilint[lsp]"\n'
    )


def test_a_plain_check_loads_nothing_of_it() -> None:
    program = (
        "import sys; from termilint.cli.main import run; run(['check', 'examples/strategia.md', '-q'])\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'pygls', 'lsprotocol', 'asyncio'}"
        " or name.startswith('termilint.lsp')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # our own
    assert done.stdout == "[]\n"
