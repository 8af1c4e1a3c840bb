"""The slides that a day begins with: the questions carried over from the last day, and the answers to them.

They are for one day only. The next file recognises them by the comment above them and by their form, and removes them.
A slide that somebody has changed stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from yaml.nodes import ScalarNode, SequenceNode

from deckbuild.dataclass import dataclass
from deckbuild.editing import SourceOutline, known, scalar
from deckbuild.locales import every_language, language_of
from deckbuild.model.block import Answer
from deckbuild.model.deck import Deck, Question, Slide
from deckbuild.model.slug import slug
from deckbuild.model.walk import questions
from deckbuild.reader.sections.board_answers import Answered

_TEXTS = [language.next_day for language in every_language()]
_SHOWS = ["title", "body", "handout"]
"""The keys of a slide that shows answers."""
_SHORT = 60
"""The most letters of a question in a comment, where it only has to be recognised."""
_OPEN = {Answer.LINES, Answer.WORD, Answer.BOX, Answer.DOTS, Answer.BLANK}
"""Kinds of answer in a participant's own words."""


def _pattern(comment: str) -> re.Pattern[str]:
    """Return a pattern that matches one of our comments in any language, with the count in it as a group."""
    texts = (getattr(each, comment) for each in _TEXTS)
    forms = (re.sub(r"\\{(\w+)\\}", _filled, re.escape(text)) for text in texts)
    return re.compile(rf"\s*# (?:{'|'.join(forms)})\s*")


def _filled(name: re.Match[str]) -> str:
    return r"(\d+)" if name[1] == "count" else ".*"


_ASKED, _SHOWN = _pattern("asked_again"), _pattern("shown")
_OURS = (_ASKED, _SHOWN, _pattern("replaced"), _pattern("others"))
_OTHER = re.compile(r"\s*#   \S+  .*")


@dataclass(frozen=True, slots=True)
class LastAnswers:
    """The answers collected on the last day."""

    file: str
    """The name of their file, as it is written in the deck."""
    answered: Answered


@dataclass(frozen=True, slots=True)
class CarriedSlides:
    """The slides that were made for one day only."""

    unchanged: tuple[Slide, ...]
    """Slides that are still as we wrote them."""
    changed: tuple[Slide, ...]
    """Slides that somebody has changed."""


def made_before(own: Sequence[Slide], page: SourceOutline) -> CarriedSlides:
    """Return the slides that this module wrote for the last day."""
    unchanged: list[Slide] = []
    changed: list[Slide] = []
    after: Slide | None = None
    for slide in own:
        comment = _above(slide, page)
        asks = next((found for line in comment if (found := _ASKED.fullmatch(line))), None)
        shows = any(_SHOWN.fullmatch(line) for line in comment) or (after is not None and after in unchanged + changed)
        if asks and slide.title.plain in {each.since for each in _TEXTS}:
            count = next(int(group) for group in asks.groups() if group)
            (unchanged if _asks_only(slide, page) and len([*questions(slide)]) == count else changed).append(slide)
        elif shows and slide.title.plain in {each.wrote for each in _TEXTS}:
            (unchanged if [key for key in _keys(slide, page) if key != "id"] == _SHOWS else changed).append(slide)
        after = slide
    return CarriedSlides(tuple(unchanged), tuple(changed))


def ours(line: str) -> bool:
    """Whether a line is one of the comments that this module writes above slides."""
    return bool(_OTHER.fullmatch(line)) or any(pattern.fullmatch(line) for pattern in _OURS)


def _above(slide: Slide, page: SourceOutline) -> list[str]:
    """Return the lines of the comment directly above a slide."""
    first = known(slide.span).line
    return [page.line(number) for number in range(page.above(first), first)]


def _keys(slide: Slide, page: SourceOutline) -> list[str]:
    """Return a slide's keys; empty when there are comments among them."""
    node = page.collection(known(slide.span))
    if any(page.comments(node.start_mark.line + 1, page.end(node))):
        return []
    return [key.value for key, _ in node.value]


def _asks_only(slide: Slide, page: SourceOutline) -> bool:
    """Whether a slide has plain questions and nothing else."""
    if len([key for key in _keys(slide, page) if key != "id"]) != 2 or not all(block.posed for block in slide.body):
        return False
    asked = page.collection(known(slide.span)).value[-1][1]
    return isinstance(asked, SequenceNode) and all(isinstance(each, ScalarNode) for each in asked.value)


def asked_again(deck: Deck, carried: Sequence[Question], page: SourceOutline, taken: Collection[str]) -> list[str]:
    """Return the lines of a slide that asks the ``carried`` questions of the last day again."""
    texts = language_of(deck.info.language).next_day
    day = deck.info.date.plain if deck.info.date else texts.last_day
    return [
        f"# {texts.asked_again.format(day=day, count=len(carried))}",
        f"# {texts.replaced}",
        *_titled(texts.since, 1, taken),
        "  reflection:",
        *(f"    - {page.copied(known(question.ask.span))}" for question in carried),
    ]


def what_was_answered(
    deck: Deck, carried: Sequence[Question], answers: LastAnswers, page: SourceOutline, taken: Collection[str]
) -> list[list[str]]:
    """Return a slide's lines for each carried question that was answered.

    Other open questions with answers are listed in a comment.
    """
    texts, said = language_of(deck.info.language).next_day, answers.answered.said
    slides: list[list[str]] = []
    for question in carried:
        name = next((name for name in _names(question) if said.get(name)), None)
        if name is None:
            continue
        asked = " ".join(page.text_at(known(question.ask.span)).value.split())
        slides.append([
            *_titled(texts.wrote, len(slides) + 1, taken),
            "  body:",
            f"    - text: {scalar(f'**{asked}**')}",
            "    - board:",
            f"        answers: {scalar(name)}",
            f"        file: {scalar(answers.file)}",
            "  handout: {skip: yes}",
        ])  # fmt: skip
    if not slides:
        return []
    own = {name for question in carried for name in _names(question)}
    others = [name for name in _open(deck) if said.get(name) and name not in own]
    more = [f"# {texts.others}", *(f"#   {name}  {_short(answers.answered, name)}" for name in others)]
    slides[0] = [f"# {texts.shown.format(file=answers.file)}", *(more if others else ()), *slides[0]]
    return slides


def _titled(title: str, number: int, taken: Collection[str]) -> list[str]:
    """Return the lines of a slide's title, and of an ``id`` if the one made from the title is another slide's."""
    name = slug(title)
    others = {other for other in taken if re.fullmatch(rf"{name}(-\d+)?", other)}
    if not others:
        return [f"- title: {title}"]
    free = (f"{name}-{n}" for n in range(2, len(others) + number + 2) if f"{name}-{n}" not in others)
    return [f"- title: {title}", f"  id: {[*free][number - 1]}"]


def _names(question: Question) -> Iterator[str]:
    """Yield the ids under which answers to a carried question can be, those from the sheet at the back first."""
    yield f"sheet/{question.carry_to}/{question.id}"
    yield question.id
    yield from (f"{question.id}/{answer.value}" for answer in question.answer)


def _open(deck: Deck) -> list[str]:
    """Return the ids of the questions that are answered in own words, in the order of the deck."""
    found = [question for slide in deck.slides for question in questions(slide)]
    return [question.id for question in found if _OPEN & {*question.answer}]


def _short(answered: Answered, name: str) -> str:
    text = " ".join(answered.questions.get(name, "").split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
