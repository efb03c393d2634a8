"""Names say what they hold: few vague ones, functions of verb and object, each file its own sign.

By hand: `python tests/test_names.py geo/siting api` counts those rooms and prints the worst.
"""

import ast
import builtins
import keyword
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("app.py", "api", "components", "geo", "layers", "pages", "screens")
# fmt: off
VAGUE = frozenset((
    "one", "ones", "found", "made", "here", "told", "held", "shown", "asked", "mine", "ours",
    "theirs", "yours", "known", "wanted", "given", "drawn", "words", "said", "kept", "looked",
    "judged", "placed", "marked",
))
# fmt: on
MOST_VAGUE = 0.01
MOST_OF_ONE_WORD = 0.25
# Python's own, and what each screen's folder opens with: its contents, its choices.
SAME_IN_EACH_ROOM = {"__init__", "__main__", "page", "parameters"}


class Binding(NamedTuple):
    """A name that a line of code introduces."""

    name: str
    path: Path
    line: int

    @property
    def is_vague(self) -> bool:
        """Whether the name says nothing about what it holds."""
        bare = self.name.strip("_")
        clashes = keyword.iskeyword(bare) or hasattr(builtins, bare)
        is_dodge = self.name.endswith("_") and not self.name.endswith("__") and not clashes
        return (is_dodge and bool(bare)) or bare in VAGUE


def list_modules(*rooms: str) -> list[Path]:
    """Return the Python files of rooms: folders or files, from the root of the repository."""
    paths = [ROOT / room for room in rooms or ROOMS]
    return [
        module
        for path in paths
        for module in (sorted(path.rglob("*.py")) or [path] * path.exists())
    ]


def find_bindings(path: Path) -> Iterator[Binding]:
    """Yield each name that a module binds: functions, classes, parameters, variables, targets."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case (
                ast.FunctionDef(name=str(name))
                | ast.AsyncFunctionDef(name=str(name))
                | ast.ClassDef(name=str(name))
                | ast.arg(arg=str(name))
                | ast.Name(id=str(name), ctx=ast.Store())
                | ast.ExceptHandler(name=str(name))
                | ast.MatchAs(name=str(name))
                | ast.MatchStar(name=str(name))
                | ast.MatchMapping(rest=str(name))
                | ast.alias(asname=str(name))
            ):
                if name not in ("_", "self", "cls"):
                    yield Binding(name, path, node.lineno)


def find_public_functions(path: Path) -> list[str]:
    """Return the names of a module's own functions that others may call."""
    return [
        node.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
    ]


def find_repeated_signs(modules: list[Path]) -> dict[str, list[str]]:
    """Return the file names that stand in more than one place, with the places."""
    places = defaultdict(list)
    for module in modules:
        places[module.stem].append(module.relative_to(ROOT).as_posix())
    return {
        name: paths
        for name, paths in sorted(places.items())
        if len(paths) > 1 and name not in SAME_IN_EACH_ROOM
    }


def count_share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def describe_names(modules: list[Path], most: int = 12) -> str:
    """Return the counts of some modules and their worst places, as text."""
    bindings = [binding for module in modules for binding in find_bindings(module)]
    vague = [binding for binding in bindings if binding.is_vague]
    functions = [(name, module) for module in modules for name in find_public_functions(module)]
    single = [(name, module) for name, module in functions if "_" not in name]
    lines = [
        f"vague names: {len(vague)} of {len(bindings)} bindings"
        f" ({count_share(len(vague), len(bindings)):.1%})"
    ]
    for module, count in Counter(binding.path for binding in vague).most_common(most):
        names = Counter(binding.name for binding in vague if binding.path == module)
        listed = ", ".join(f"{name} {times}" for name, times in names.most_common(6))
        lines.append(f"  {count:4} {module.relative_to(ROOT)}: {listed}")
    lines.append(
        f"public functions of one word: {len(single)} of {len(functions)}"
        f" ({count_share(len(single), len(functions)):.1%})"
    )
    for module, count in Counter(module for _, module in single).most_common(most):
        names = ", ".join(name for name, place in single if place == module)
        lines.append(f"  {count:4} {module.relative_to(ROOT)}: {names}")
    return "\n".join(lines)


def test_names_say_what_they_hold() -> None:
    modules = list_modules()
    bindings = [binding for module in modules for binding in find_bindings(module)]
    vague = sum(binding.is_vague for binding in bindings)
    assert count_share(vague, len(bindings)) <= MOST_VAGUE, describe_names(modules)


def test_functions_are_a_verb_and_its_object() -> None:
    modules = list_modules()
    names = [name for module in modules for name in find_public_functions(module)]
    single = sum("_" not in name for name in names)
    assert count_share(single, len(names)) <= MOST_OF_ONE_WORD, describe_names(modules)


def test_each_file_has_its_own_sign() -> None:
    modules = list_modules()
    assert find_repeated_signs(modules) == {}
    assert not VAGUE & {module.stem for module in modules}


def test_no_way_to_bind_a_name_is_missed(tmp_path: Path) -> None:
    source = (
        "import os as one\n"
        "def made(held, *told, asked=1, **mine): pass\n"
        "class ours: pass\n"
        "known = given_ = words_ = 1\n"
        "for theirs, shown in []: pass\n"
        "[drawn for drawn in []]\n"
        "with open('') as kept: pass\n"
        "try: pass\n"
        "except OSError as said: pass\n"
        "match 1:\n"
        "    case [*wanted]: pass\n"
        "    case {**placed}: pass\n"
        "    case found: pass\n"
        "(judged := 1)\n"
        "park_ = 1\n"
        "id_ = class_ = _ = park = 1\n"
    )
    module = tmp_path / "module.py"
    module.write_text(source)
    bindings = list(find_bindings(module))
    plain = {binding.name for binding in bindings if not binding.is_vague}
    assert plain == {"id_", "class_", "park"}
    assert len(bindings) == len(plain) + 20


if __name__ == "__main__":
    chosen = list_modules(*sys.argv[1:])
    print(describe_names(chosen))
    for sign, paths in find_repeated_signs(list_modules()).items():
        if {ROOT / path for path in paths} & set(chosen):
            print(f"{sign}.py stands in {', '.join(paths)}")
