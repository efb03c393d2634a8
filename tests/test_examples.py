"""The notebooks run from first cell to last, without a notebook server."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.ipynb"))


def run(path: Path) -> tuple[dict[str, Any], list[Any]]:
    """Run a notebook's cells; return its names and the last value of each cell."""
    names: dict[str, Any] = {}
    shown = []
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, path.name, "exec"), names)  # noqa: S102 - our own
            if last is not None:
                shown.append(eval(compile(ast.Expression(last.value), path.name, "eval"), names))  # noqa: S307
    return names, shown


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_notebook_imports_the_domain_alone(path: Path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    source = "\n".join("".join(one["source"]) for one in cells if one["cell_type"] == "code")
    roots = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert roots == {"geo"}
    assert all(one.get("outputs", []) == [] for one in cells)


def test_the_five_questions_are_answered() -> None:
    names, shown = run(EXAMPLES[0])
    parks, sizes, near, agreed, shortlist = shown
    assert set(names["parks"].id) == {"antu-water"}
    assert parks.source.notna().all()
    assert (sizes.territory > sizes.corridor).all()
    assert (near.km <= 20).all()
    assert near.km.is_monotonic_increasing
    assert agreed.documents.min() >= 3
    assert len(shortlist) == 5
    assert names["geopackage"].startswith(b"SQLite format 3")
