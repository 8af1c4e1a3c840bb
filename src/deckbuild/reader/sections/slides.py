"""The list under ``slides:`` -> slides with ids, and sections."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from deckbuild.blocks.registry import KEYS as KINDS
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Joined, Span
from deckbuild.model.deck import SECTION, Block, Build, DaySection, Handout, Slide, SourceRef
from deckbuild.model.text import Text
from deckbuild.reader.checks.handout_directives import check_handout
from deckbuild.reader.checks.ids import slide_ids
from deckbuild.reader.context import (
    FAILED,
    Convert,
    Failed,
    MappingNode,
    Node,
    Reading,
    ScalarNode,
    SequenceNode,
    SlideIds,
    is_nothing,
    key_names,
    shortened,
)
from deckbuild.reader.language.examples import VALUES
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.sections.content import INSIDE, Pair, read_content
from deckbuild.reader.values import scalars
from deckbuild.reader.values.convert import converter, to_prose
from deckbuild.reader.values.special_forms import language, stable_name
from deckbuild.reader.values.unknown_keys import meant, pairs_by_name, unknown_key, with_keys
from deckbuild.reader.values.wrong_kind import wrong_kind

OWN: dict[str, Convert] = {
    "title": scalars.to_text,
    "id": stable_name,
    "source": converter(tuple[SourceRef, ...]),
    "notes": to_prose,
    "lang": language,
    "hidden": scalars.to_bool,
    "build": converter(Build),
    "layout": scalars.to_str,
    "handout": converter(Handout),
}
"""A slide's keys beside its content, in the order in which they are read."""
AFTER_CONTENT = ("notes", "handout", "source", "hidden", "build", "layout")
"""Keys that authors write below a slide's content."""
KEYS = ["title", SECTION, "id", "source", *INSIDE, "body", "notes", "lang", "hidden", "build", "layout", "handout"]


MOST_SLIDES = 1000
"""The most slides of a deck: those of twenty course days."""


@dataclass(slots=True)
class Draft:
    """A slide whose pairs of key and value are sorted, before its content is read. ``right`` is False after a fault."""

    node: MappingNode
    own: dict[str, tuple[ScalarNode, Node]] = field(default_factory=dict)
    content: list[Pair] = field(default_factory=list)
    right: bool = True
    title: Text | None = None
    id: tuple[str, Span] | None = None

    @property
    def section(self) -> Pair | None:
        """The pair of ``section:``, if the slide opens a section."""
        return next((pair for pair in self.content if pair[0].value == SECTION), None)


def read_slides(node: Node, reading: Reading) -> tuple[tuple[Slide, ...], tuple[DaySection, ...]] | Failed:
    """Return the slides that have no errors, and the sections; FAILED when it is no list of slides."""
    if not isinstance(node, SequenceNode):
        wrong_kind(node, reading, "slides", "list", Joined(("title: ", VALUES["title"])))
        return FAILED
    if len(node.value) > MOST_SLIDES:
        message, hint = "There are {count} slides here; one deck has at most {most}.", "Make several decks of it."
        reading.error("wrong-count", node.value[MOST_SLIDES], message, hint, count=len(node.value), most=MOST_SLIDES)
        return FAILED
    drafts = [draft for item in node.value for draft in _drafts(item, reading)]
    good = [draft for draft in drafts if draft is not None]
    ids = slide_ids([d.title.plain if d.title else "" for d in good], [d.id for d in good], reading)
    reading.names.slides = ids
    reading.names.titles = {each: draft.title for each, draft in zip(ids, good, strict=True) if draft.title}
    slides: list[Slide] = []
    sections: list[DaySection] = []
    for draft, slide_id in zip(good, ids, strict=True):
        reading.ids = SlideIds(slide_id)
        if draft.section and draft.title:
            sections.append(DaySection(number=len(sections) + 1, title=draft.title, span=draft.title.span))
        slide = _slide(draft, slide_id, len(sections), reading)
        if slide is not FAILED:
            slides.append(slide)
    return tuple(slides), tuple(sections)


def _drafts(item: Node, reading: Reading) -> list[Draft | None]:
    """Return the draft of an item, or of several slides if the item has several titles: then hyphens are missing."""
    if not isinstance(item, MappingNode):
        return [_draft(item, reading)]
    names = key_names(item)
    starts = [n for n, name in enumerate(names) if name == "title" and "title" not in names[max(n - 1, 0) : n]]
    untitled = _untitled(item, names, reading) if len(starts) < 2 else []
    if len(starts) < 2 and not untitled:
        return [_draft(item, reading)]
    first = item.value[starts[0]][0] if starts else item.value[0][0]
    begins = untitled or starts[1:]
    drafts: list[Draft | None] = []
    for begin, end in zip([0, *begins], [*begins, len(item.value)], strict=True):
        key = item.value[begin][0]
        if begin and untitled:
            reading.error(
                "missing-title",
                key,
                "A line `- title: …` is missing above `{key}:`: the slide above has its content already.",
                "Write it there, with the hyphen under the hyphen of the slide above. Or gather both contents on one "
                "slide: write `body:`, and under it `- {first}:` and `- {key}:`, each with its own content further in.",
                key=names[begin],
                first=next((name for name in names if name in KINDS), names[begin]),
            )
            drafts.append(None)
            continue
        if begin:
            reading.error(
                "duplicate-key",
                key,
                "`title:` stands here for the second time on the same slide; the first is on line {line}.",
                "Does a new slide begin here? Put a hyphen before it: `- title: …`, so that the hyphen stands under "
                "the hyphen of the slide above.",
                line=first.start_mark.line + 1,
            )
        part = MappingNode(item.tag, item.value[begin:end], key.start_mark, item.end_mark, flow_style=item.flow_style)
        draft = _draft(part, reading)
        if draft is not None:
            draft.right = draft.right and not begin
        drafts.append(draft)
    return drafts


def _untitled(item: MappingNode, names: list[str], reading: Reading) -> list[int]:
    """Return the pairs of a slide that begin another, whose line ``- title: …`` is missing.

    Before each, the slide has content already, and then a key that comes after content, a blank line or a comment.
    """
    found, content = [], False
    for place, name in enumerate(names):
        if name not in KINDS and name != "body":
            continue
        above = reading.file.line(item.value[place][0].start_mark.line).strip()
        apart = not above or above.startswith("#") or names[place - 1] in AFTER_CONTENT
        if content and apart and not item.flow_style:
            found.append(place)
        content = True
    return found


def _draft(item: Node, reading: Reading) -> Draft | None:
    """Sort a slide's pairs, and read its title and id, which the ids of all slides depend on."""
    if not isinstance(item, MappingNode):
        wrong_kind(item, reading, "slides", "keys", Joined(("- title: ", VALUES["title"])), listed(["title", SECTION]))
        return None
    if key_names(item) == ["title"] and is_nothing(item.value[0][1]):
        reading.error(
            "no-content",
            item,
            "A slide is begun here, but has neither a title nor content.",
            "Write its title after `title:`, and its content on the lines below. Or delete the line.",
        )
        return None
    pairs = pairs_by_name(item, reading)
    draft = Draft(item, right=len(pairs) == len(item.value))
    for name, (key, value) in pairs.items():
        if name in OWN:
            draft.own[name] = (key, value)
        elif name in KINDS or name == "body":
            draft.content.append((key, value))
        else:
            _stray(key, value, draft, reading)
    _head(draft, reading)
    return draft


def _stray(key: ScalarNode, value: Node, draft: Draft, reading: Reading) -> None:
    """Report a key that a slide doesn't have. It may belong under ``handout:`` or be a misspelt key."""
    name = str(key.value)
    belongs = "handout" if name in keys_of(Handout) else ""
    taken = {each.value for each, _ in draft.node.value if isinstance(each, ScalarNode)}
    unknown_key(key, KEYS, reading, belongs, with_keys(draft.node), taken, value)
    draft.right = False
    near = meant(name, KEYS)
    if near == SECTION and not draft.section:
        draft.content.append((ScalarNode(key.tag, near, key.start_mark, key.end_mark), value))
    elif not belongs and (near in OWN) and near not in draft.own:
        draft.own[near] = (key, value)
    elif not belongs:
        draft.content.append((ScalarNode(key.tag, "", key.start_mark, key.end_mark), value))


def _head(draft: Draft, reading: Reading) -> None:
    title = draft.own.get("title")
    if section := draft.section:
        if title:
            reading.error(
                "two-titles",
                title[0],
                "A section's slide has its name as title, so `title:` can't stand here.",
                "Write `- section: {name}` on line {first}, and delete line {line}."
                if title[0].start_mark.line < section[0].start_mark.line
                else "Remove the line. To make an ordinary slide of it, begin it with a hyphen: `- title: …`.",
                name=shortened(reading.span(section[1]).onward),
                first=title[0].start_mark.line + 1,
                line=section[0].start_mark.line + 1,
            )
            draft.right = False
        title = section
    if title is None:
        reading.error(
            "missing-key",
            draft.node,
            "This slide has no title.",
            "Add a line `title: …` with the same indentation as the keys beside it.",
        )
        draft.right = False
    else:
        reading.around.required = title[1]
        text = scalars.to_text(title[1], reading, title[0].value)
        draft.title = None if text is FAILED else text
    if own := draft.own.get("id"):
        name = stable_name(own[1], reading, "id")
        draft.id = None if name is FAILED else (name, reading.span(own[1]))
        draft.right = draft.right and name is not FAILED


def _slide(draft: Draft, slide_id: str, section: int, reading: Reading) -> Slide | Failed:
    values: dict[str, Any] = {}
    places = {key: reading.span(value) for key, (_, value) in draft.own.items()}
    right = draft.right and draft.title is not None
    body = _body(draft, reading)
    right = right and body is not FAILED
    for key, convert in OWN.items():
        if key in draft.own and key not in ("title", "id"):
            values[key] = convert(draft.own[key][1], reading, key)
            right = right and values[key] is not FAILED
    if not right or draft.title is None or body is FAILED:
        return FAILED
    if draft.content:
        places["body"] = reading.span(draft.content[0][1])
    if draft.section:
        places["title"] = places["body"]
    if "layout" in values:
        reading.names.layouts[slide_id] = (values.pop("layout"), draft.own["layout"][1])
    slide = Slide(
        id=slide_id,
        title=draft.title,
        body=body,
        section=section,
        opens_section=draft.section is not None,
        span=reading.span(draft.node),
        places=places,
        **values,
    )
    check_handout(slide, reading)
    return slide


def _body(draft: Draft, reading: Reading) -> tuple[Block, ...] | Failed:
    known = [pair for pair in draft.content if pair[0].value]
    if len(known) < len(draft.content) and len(known) < 2:
        for key, value in known:  # one content key is misspelt: report only that, and the faults inside the other
            read_content([(key, value)], draft.node, reading, INSIDE, "slide")
        return FAILED
    if not known and not draft.right and draft.title is None:
        return FAILED
    if draft.section and len(known) > 1:
        for key, _ in known:
            if key.value != SECTION:
                reading.error(
                    "two-contents",
                    key,
                    "A section's slide shows its name only, so `{key}:` can't stand here.",
                    "Begin a slide of its own: `- title: …`, and put `{key}:` under it.",
                    key=key.value,
                )
        return FAILED
    return read_content(known, draft.node, reading, INSIDE, "slide")
