"""What templates may do with values: nothing that a browser would take for markup."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes

import facta.views
from facta.views.server.render import environment

VIEWS = Path(facta.views.__file__).parent
TEMPLATES = sorted(VIEWS.rglob("*.j2"))
WORDS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}


def calls(source: str) -> Iterator[tuple[str, list[nodes.Expr]]]:
    for call in environment("en").parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in WORDS:
            yield call.node.name, call.args[: WORDS[call.node.name]]


def values_looked_up(source: str) -> list[str]:
    """Calls for words in the page's language whose words are no constants of the template."""
    return [name for name, args in calls(source) if any(not isinstance(arg, nodes.Const) for arg in args)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_only_constants_are_looked_up_as_markup(path: Path) -> None:
    """`_(value)` is taken for markup, and for a format: what a report says would run. `value|words` is escaped."""
    assert values_looked_up(path.read_text(encoding="utf-8")) == []


def test_a_value_that_is_looked_up_as_markup_would_be_found() -> None:
    assert values_looked_up("{{ _(part.label) }}{{ _('a' ~ b) }}{{ _('a') }}{{ ngettext('a', b, 2) }}") == [
        "_",
        "_",
        "ngettext",
    ]
    text = environment("en").from_string("{{ x|words }}").render(x="50%<b>")
    assert text in ("50%<b>", "50%&lt;b&gt;")


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.name.endswith(".html.j2")], ids=lambda path: path.name)
def test_nothing_is_called_safe_or_left_unescaped(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = environment("en").parse(source)
    assert not {one.name for one in tree.find_all(nodes.Filter)} & {"safe", "md"}
    assert not list(tree.find_all(nodes.EvalContextModifier))
    assert environment("en").autoescape(path.name)  # type: ignore[operator]


def test_markup_is_made_of_constants() -> None:
    """Two functions make it of values: one escapes them first, one puts our own style and script into the file."""
    makers = {
        f"{path.relative_to(VIEWS).as_posix()}: {function.name}"
        for path in VIEWS.rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Markup"
        if any(not isinstance(argument, ast.Constant) for argument in call.args)
    }
    assert makers <= {"dossier/shell.py: page", "dossier/texts.py: characters"}
