"""Where rules come from: the packs of the program, and the packs and files that a user names.

Reading YAML is slow, so the build also stores the packs as plain data in one JSON file. An entry is
used only when the checksum of its YAML file's bytes is the same, so it cannot be out of date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar
from zlib import crc32

from termilint.errors import RuleError
from termilint.rules import schema, stored
from termilint.rules.extending import extended
from termilint.rules.limits import MAX_BYTES, MAX_FILES, MAX_TOTAL_BYTES, MAX_TOTAL_VALUES
from termilint.rules.manifest import Manifest, manifest
from termilint.rules.model import Rule, RuleSet
from termilint.rules.problems import InvalidError, Problem, contents, place, refuse
from termilint.rules.values import RuleFile, Value
from termilint.rules.wordlists import WordLists

PACK_FILE = stored.PACK_FILE
SUFFIXES = frozenset({".yaml", ".yml"})
ZIP_SUFFIX = ".zip"

_USAGE = f"Rules come from a YAML file, or from a pack folder or zip with a {PACK_FILE}."

Stored = Mapping[str, Any]
Opened = Iterable[tuple[Manifest | None, list[schema.Contents]]]
P = ParamSpec("P")
T = TypeVar("T")


class File(NamedTuple):
    """A rule file under the ``name`` that rules and errors give it; its bytes, or where they are."""

    name: str
    path: Path
    raw: bytes | None = None


class Group(NamedTuple):
    """Files that belong together: a pack with its description, or one single rule file."""

    files: tuple[File, ...]
    description: File | None = None


class Written(NamedTuple):
    """Rules as they stand in their files: nothing outside has changed them.

    ``values`` are what was read for each rule id, with the places; ``lists`` and ``packs`` what was read
    for each list and each ``pack.yaml``, ``paths`` what was asked for.
    """

    paths: tuple[str, ...]
    rules: RuleSet
    values: Mapping[str, Value]
    lists: Mapping[str, Value]
    packs: tuple[Value, ...]

    def example(self, rule_id: str, key: str, index: int) -> Value:
        """The example of that index under ``bad`` or ``good``."""
        examples = self.values[rule_id].members()["examples"].members()[key]
        return tuple(examples.items())[index]


def shipped_folder() -> Path:
    """The folder with the packs of the program, one folder each: in the package or in the checkout.

    Raises RuleError when there is none.
    """
    if found := stored.folder():
        return found
    raise RuleError("the rule packs are missing", where=str(stored.IN_WHEEL), hint="Install again.")


def load_shipped(*, compiled: bool = True) -> RuleSet:
    """The rules of the packs that come with the program, read and checked like any others.

    With ``compiled=False`` the YAML files themselves are read. Raises RuleError with every error.
    """
    return extended(_Loader(stored.compiled() if compiled else {}).load(_shipped()).rules)


def load(paths: Iterable[Path | str]) -> RuleSet:
    """Like :func:`read`, the rules alone."""
    return read(paths).rules


def read(paths: Iterable[Path | str]) -> Written:
    """The rules of pack folders, pack zips and single rule files; nothing in them is executed.

    Their rules may name the word lists of the shipped packs. What packs change of the rules of others
    is for :func:`extended`, once all are there. Raises RuleError with every error of every file.
    """
    resolved = dict.fromkeys(Path(path).resolve() for path in paths)
    try:
        groups = [_group(path) for path in resolved]
    except InvalidError as error:
        refuse(error.problems)
        raise
    return _read_beside_shipped(groups)._replace(paths=tuple(map(str, resolved)))


def read_bytes(name: str, raw: bytes) -> Written:
    """Like :func:`read`, of one rule file that is not there yet."""
    return _read_beside_shipped([Group((File(name, Path(name), raw),))])


def _read_beside_shipped(groups: list[Group]) -> Written:
    given = {file.path for group in groups for file in group.files}
    background = [group for group in _shipped() if given.isdisjoint(file.path for file in group.files)]
    return _Loader(stored.compiled()).load(groups, background)


def is_shipped(path: Path | str) -> bool:
    """True for a pack of the program that is named by its path, or a file of it."""
    return shipped_folder().resolve() in Path(path).resolve().parents


def _shipped() -> list[Group]:
    folder = shipped_folder()
    return [_pack_group(path.parent, folder) for path in sorted(folder.glob(f"*/{PACK_FILE}"))]


def _group(path: Path) -> Group:
    if path.is_file():
        return _zip_group(path) if path.suffix == ZIP_SUFFIX else Group((File(str(path), path),))
    if not path.is_dir():
        raise RuleError("there is no such file or folder.", where=str(path), hint=_USAGE)
    if not (path / PACK_FILE).is_file():
        raise RuleError(f"the folder has no {PACK_FILE}.", where=str(path), hint=_USAGE)
    return _pack_group(path)


def _pack_group(folder: Path, named_from: Path | None = None) -> Group:
    paths = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    if named_from is None:
        _refuse_harm(folder, paths)
    files = [
        File(path.relative_to(named_from).as_posix() if named_from else str(path), path) for path in paths
    ]
    rest = tuple(file for file in files if file.path.name != PACK_FILE)
    return Group(rest, next((file for file in files if file.path.name == PACK_FILE), None))


def _refuse_harm(folder: Path, paths: list[Path]) -> None:
    """Raise InvalidError for links out of a pack, and for more than a pack may hold."""
    inside = folder.resolve()
    out = [path for path in paths if inside not in path.resolve().parents]
    if out:
        message = "is a link out of the pack: a pack has files of its own only"
        raise InvalidError(Problem(str(path), 0, 0, message) for path in out)
    if len(paths) > MAX_FILES or sum(path.stat().st_size for path in paths) > MAX_TOTAL_BYTES:
        limits = f"at most {MAX_FILES} files and {MAX_TOTAL_BYTES} bytes"
        raise InvalidError([Problem(str(folder), 0, 0, f"is too large: a pack has {limits}")])


def _zip_group(path: Path) -> Group:
    """The pack in a zip: its description is at the top or in the only folder there.

    Raises InvalidError or RuleError.
    """
    from termilint.rules import archives

    members = archives.members(path, SUFFIXES, MAX_BYTES)
    descriptions = [member for member in members if member.name == PACK_FILE and "/" not in member.folder]
    if len(descriptions) != 1:
        found = "no" if not descriptions else "more than one"
        raise RuleError(f"the zip has {found} {PACK_FILE}.", where=str(path), hint=_USAGE)
    pack = descriptions[0]
    files = {member: File(f"{path}/{member.path}", path / member.path, member.raw) for member in members}
    rest = tuple(file for member, file in files.items() if member.folder == pack.folder and member != pack)
    return Group(rest, files[pack])


@dataclass(slots=True)
class _Loader:
    """Reads groups of files; what is wrong with them is gathered in ``problems``."""

    stored: Stored
    problems: list[Problem] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    room: int = MAX_TOTAL_VALUES
    packs: list[Value] = field(default_factory=list)

    def load(self, groups: Iterable[Group], background: Iterable[Group] = ()) -> Written:
        """The rules of ``groups``, with the word lists of ``background`` known to them.

        Raises RuleError.
        """
        known = [part for group in background for part in self._contents(group)]
        read = [(group.description, self._contents(group)) for group in groups]
        own = {name: value for _, parts in read for part in parts for name, value in part.lists.items()}
        lists = WordLists(self._lists([*known, *(part for _, parts in read for part in parts)]))
        self.problems += lists.problems()
        opened = [(self._manifest(file, lists), parts) for file, parts in read]
        rules = tuple(self._rules(opened, schema.RuleReader(lists)))
        refuse(self.problems)
        packs = tuple(one.pack for one, _ in opened if one)
        return Written((), RuleSet(rules, packs), self.values, own, tuple(self.packs))

    def _manifest(self, description: File | None, lists: WordLists) -> Manifest | None:
        file = self._file(description) if description else None
        if file is None:
            return None
        self.packs.append(file.root)
        return self._attempt(manifest, file.root, lists)

    def _contents(self, group: Group) -> list[schema.Contents]:
        files = [self._file(file) for file in group.files]
        parts = [self._attempt(schema.contents, file.root) for file in files if file]
        return [part for part in parts if part]

    def _file(self, file: File) -> RuleFile | None:
        read = self._attempt(_read, file, self.stored)
        if read is None:
            return None
        rule_file, problems = read
        self.problems += problems
        self.room -= len(rule_file.marks)
        if self.room < 0:
            message = f"the rule files hold more than {MAX_TOTAL_VALUES} values together"
            raise RuleError(message, where=file.name, hint="Use fewer files at a time.")
        return rule_file

    def _lists(self, parts: Iterable[schema.Contents]) -> dict[str, Value]:
        named = ((name, value) for part in parts for name, value in part.lists.items())
        first: dict[str, Value] = {}
        for name, value in named:
            self._claim(first, f"word list ${name}", name, value)
        return first

    def _rules(self, opened: Opened, reader: schema.RuleReader) -> Iterator[Rule]:
        first: dict[str, Value] = {}
        for of_pack, parts in opened:
            for value in (value for part in parts for value in part.rules):
                if rule := self._attempt(reader.rule, value):
                    self._claim(first, f'rule id "{rule.id}"', rule.id, value.members()["id"])
                    self.values[rule.id] = value
                    yield of_pack.adopted(rule) if of_pack else rule

    def _claim(self, first: dict[str, Value], what: str, name: str, value: Value) -> None:
        earlier = first.setdefault(name, value)
        if earlier is not value:
            where = place(earlier.file.name, *earlier.place)
            self.problems.append(value.problem(f"{what} is already given at {where}"))

    def _attempt(self, read: Callable[P, T], *given: P.args, **more: P.kwargs) -> T | None:
        try:
            return read(*given, **more)
        except InvalidError as error:
            self.problems += error.problems
            return None


def _read(file: File, stored: Stored) -> tuple[RuleFile, tuple[Problem, ...]]:
    raw = contents(file.path, file.name, "a rule file", MAX_BYTES) if file.raw is None else file.raw
    entry = stored.get(file.name)
    if entry and entry["crc32"] == crc32(raw) and entry["bytes"] == len(raw):
        return RuleFile(file.name, entry["data"]), ()
    from termilint.rules.yaml_source import parse  # PyYAML is slow to import

    return parse(file.name, raw)
