"""A small reader of pages: their elements, and the characters within them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "input"}


@dataclass
class Element:
    """An element with its attributes, all the characters within it, and the tags that enclose it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    within: tuple[str, ...] = ()


@dataclass
class Markup(HTMLParser):
    """Elements in order of opening; `crossed` are end tags that do not close the innermost element."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)
    crossed: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {k: v or "" for k, v in attrs}, within=tuple(e.tag for e in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop().tag != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        for element in self.open:
            element.text += data


def parse(page: str) -> Markup:
    markup = Markup()
    markup.feed(str(page))  # a `Markup` would escape what the parser adds to it
    markup.close()
    return markup
