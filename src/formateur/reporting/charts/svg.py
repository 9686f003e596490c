"""Puts drawn SVG right: words for those who hear it, no rubbish, numbers no finer than a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from formateur.reporting.charts.drawing import Drawing

SVG = "http://www.w3.org/2000/svg"

RUBBISH = (
    "class", "role", "aria-hidden", "aria-label", "aria-roledescription", "pointer-events",
    "font-family", "opacity", "stroke-miterlimit", "version",
)  # fmt: skip
"""Attributes that say nothing here; an `opacity` of less than 1 is kept."""

INHERITED = (
    "fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight",
    "text-anchor", "fill-opacity", "stroke-opacity",
)  # fmt: skip
"""Attributes that can be said once for all marks of a group."""

_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")
_MOVE = re.compile(r"translate\(([^,]+),([^)]+)\)")

ET.register_namespace("", SVG)


def accessible(drawn: str, drawing: Drawing, id: str) -> str:  # noqa: A002 - the attribute's own name
    """Return an SVG file as one picture with title and description."""
    root = ET.fromstring(drawn)  # noqa: S314 - drawn by ourselves
    for element in root.iter():
        for name in ("aria-label", "aria-roledescription", "role", "aria-hidden"):
            element.attrib.pop(name, None)
    _tell(root, drawing, id)
    return ET.tostring(root, encoding="unicode") + "\n"


def on_the_page(drawn: str, drawing: Drawing, id: str) -> str:  # noqa: A002 - the attribute's own name
    """Return an SVG that can stand in a page beside others, under a policy that forbids style.

    Its size follows the page (``viewBox`` only), its font is the page's, its clip paths have names
    of their own, and what all marks of a group share is said once.
    """
    root = ET.fromstring(drawn)  # noqa: S314 - drawn by ourselves
    _name_clips(root, id)
    _clean(root)
    _round(root)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    root.set("class", "chart")
    _tell(root, drawing, id)
    return ET.tostring(root, encoding="unicode").replace(f' xmlns="{SVG}"', "", 1)


def _tell(root: ET.Element, drawing: Drawing, id: str) -> None:  # noqa: A002
    root.attrib |= {"id": id, "role": "img", "aria-labelledby": f"{id}-t {id}-d"}
    root.attrib |= {"lang": drawing.look.language.code, "direction": "ltr"}
    for k, (tag, text) in enumerate((("title", drawing.title), ("desc", drawing.description))):
        words = ET.Element(f"{{{SVG}}}{tag}", {"id": f"{id}-{tag[0]}"})
        words.text = drawing.look.label(text)
        root.insert(k, words)


def _name_clips(root: ET.Element, id: str) -> None:  # noqa: A002
    for element in root.iter():
        if element.tag == f"{{{SVG}}}clipPath":
            element.set("id", f"{id}-{element.get('id')}")
        if clip := element.get("clip-path"):
            element.set("clip-path", clip.replace("url(#", f"url(#{id}-"))


def _clean(element: ET.Element) -> None:
    """Drop what draws nothing, then say once what all children share, from the leaves up."""
    for child in list(element):
        _clean(child)
        if _draws_nothing(child):
            element.remove(child)
    for name in RUBBISH:
        if name != "opacity" or element.get(name) == "1":
            element.attrib.pop(name, None)
    _as_circle(element)
    if element.get("transform") == "translate(0,0)":
        del element.attrib["transform"]
    for k, child in enumerate(element):
        if child.tag == f"{{{SVG}}}g" and not child.attrib and len(child) == 1:
            element[k] = child[0]
    if element.tag == f"{{{SVG}}}g" and len(element) > 1:
        _share(element)


def _draws_nothing(element: ET.Element) -> bool:
    tag = element.tag.removeprefix(f"{{{SVG}}}")
    if tag in ("g", "defs"):
        return len(element) == 0
    if element.get("display") == "none" or (tag == "path" and not element.get("d")):
        return True
    empty = {"none", "transparent", None}
    return tag in ("path", "rect") and {element.get("fill"), element.get("stroke")} <= empty


def _share(group: ET.Element) -> None:
    """Say once what neighbours share: in the group, or in groups of their own within it."""
    runs = [list(run) for _, run in groupby(group, key=_look)]
    if 1 < len(runs) < len(group) / 2:
        for child in list(group):
            group.remove(child)
        for run in runs:
            inner = ET.SubElement(group, f"{{{SVG}}}g")
            inner.extend(run)
            _share(inner)
    for name in INHERITED:
        values = {child.get(name) for child in group}
        if len(values) == 1 and (value := values.pop()) is not None:
            group.set(name, value)
            for child in group:
                del child.attrib[name]


def _look(element: ET.Element) -> tuple[str | None, ...]:
    return tuple(element.get(name) for name in INHERITED)


def _as_circle(element: ET.Element) -> None:
    round_one = _CIRCLE.fullmatch(element.get("d", ""))
    place = _MOVE.fullmatch(element.get("transform", ""))
    if round_one and place:
        element.tag = f"{{{SVG}}}circle"
        del element.attrib["d"], element.attrib["transform"]
        element.attrib |= {"cx": place[1], "cy": place[2], "r": round_one[1]}


def _round(root: ET.Element) -> None:
    for element in root.iter():
        for name, value in _measures(element):
            element.set(name, _NUMBER.sub(lambda found: f"{float(found[0]):.1f}", value))
            element.set(name, re.sub(r"\.0(?!\d)|(?<=\d)\.0(?=\D)", "", element.get(name, "")))


def _measures(element: ET.Element) -> Iterator[tuple[str, str]]:
    names = ("d", "transform", "cx", "cy", "r", "x", "y", "x2", "y2", "width", "height")
    return iter([(one, element.attrib[one]) for one in names if one in element.attrib])
