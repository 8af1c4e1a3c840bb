"""Functions that read values whose notation the model's annotations can't express: items, ids, languages, questions."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.diagnostics import Phrase, Words
from deckbuild.locales import LANGUAGES, every_language, known_language
from deckbuild.locales.language import Language
from deckbuild.locales.synonyms import NO, YES
from deckbuild.model.block import Answer
from deckbuild.model.deck import Handout, ListItem, Question, Ticks
from deckbuild.model.slug import slug
from deckbuild.model.text import Text
from deckbuild.model.written import AT_LEAST_ONE
from deckbuild.reader.context import FAILED, Failed, MappingNode, Node, Reading, ScalarNode, SequenceNode, shortened
from deckbuild.reader.language.bounds import MARGIN, in_range
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.values import scalars
from deckbuild.reader.values.convert import read_model, to_list

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def list_item(node: Node, reading: Reading, key: str) -> ListItem | Failed:
    """Read an item of a list: a text, ``- Text:`` with a list under it, or a mapping."""
    if isinstance(node, MappingNode) and len(node.value) == 1:
        head, below = node.value[0]
        if isinstance(head, ScalarNode) and isinstance(below, SequenceNode) and head.value not in keys_of(ListItem):
            text = scalars.to_text(head, reading, key)
            sub = to_list(list_item, AT_LEAST_ONE, "", below, reading, key)
            if text is FAILED or sub is FAILED:
                return FAILED
            places = {"text": reading.span(head), "sub": reading.span(below)}
            return ListItem(text=text, sub=sub, span=reading.span(node), places=places)
    item: ListItem | Failed = read_model(ListItem, node, reading, key)
    return item


def sub_list(node: Node, reading: Reading, key: str) -> tuple[ListItem, ...] | Failed:
    """Read the list under an item."""
    return to_list(list_item, AT_LEAST_ONE, "", node, reading, key)


def table_heads(node: Node, reading: Reading, key: str) -> tuple[Text, ...] | Failed:
    """Read the heads of a table's columns. The first, in the corner above the names of the rows, may be empty."""

    def head(child: Node, reading: Reading, key: str) -> Text | Failed:
        first = isinstance(node, SequenceNode) and child is node.value[0]
        made = scalars.to_cell(child, reading, key)
        if first or made is FAILED or made.plain:
            return made
        reading.error(
            "empty-value",
            child,
            "This column has no head.",
            "Write what stands in the column. Only the head of the first column may be empty.",
        )
        return FAILED

    return to_list(head, AT_LEAST_ONE, "", node, reading, key)


def margin(node: Node, reading: Reading, key: str) -> int | Failed:
    """Read the least number of note lines: ``margin: yes`` is 1, ``margin: no`` is 0, ``margin: 3`` is 3."""
    if isinstance(node, ScalarNode) and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", node.value):
        lines = int(node.value)
        return lines if in_range(lines, MARGIN, node, reading, key) else FAILED
    value = scalars.scalar(node, reading, key, "yes-no")
    if value is not FAILED and (word := value.strip().casefold()) in YES | NO:
        return int(word in YES)
    if value is not FAILED:
        reading.error(
            "wrong-value",
            node,
            "`{key}:` is yes, no or a number of lines, but here stands “{found}”.",
            "Write `{key}: yes`, or `{key}: 3` for at least three lines.",
            key=key,
            found=shortened(value),
        )
    return FAILED


def stable_name(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read an id: small letters, digits and hyphens."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED or ID.fullmatch(value):
        return value
    reading.error(
        "bad-id",
        node,
        "An id has only small letters a–z, digits and hyphens, but here stands “{found}”.",
        "Write `{key}: {slug}`.",
        key=key,
        found=shortened(value),
        slug=slug(value) or Phrase("name"),
        edits=reading.swap(node, slug(value)) if slug(value) else (),
    )
    return FAILED


def language(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read the language of the deck or of a slide: one of the codes ``LANGUAGES``."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED or value.casefold() in LANGUAGES:
        return value if value is FAILED else value.casefold()
    meant = known_language(value)
    reading.error(
        "wrong-value",
        node,
        "`{key}:` can't be “{found}”.",
        "Write {ways}.",
        key=key,
        found=shortened(value),
        ways=Words(tuple(_written(each, key) for each in ((meant,) if meant else every_language())), "or"),
        edits=reading.swap(node, meant.code) if meant else (),
    )
    return FAILED


def _written(known: Language, key: str) -> Phrase:
    name = Phrase(known.english_name)
    return Phrase("`{key}: {code}` for {language}", {"key": key, "code": known.code, "language": name})


def file_stem(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read the beginning of the papers' file names; warn if it has a folder or a suffix."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    bare = re.sub(r"\.(pptx|pdf)$", "", re.split(r"[/\\]", value)[-1], flags=re.IGNORECASE)
    if bare and bare != value:
        reading.warning(
            "odd-name",
            node,
            "“{found}” is the beginning of several files' names, and has no folder and no ending.",
            "Write `{key}: {bare}`.",
            key=key,
            found=shortened(value),
            bare=bare,
            edits=reading.swap(node, bare),
        )
    return value


def any_language(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read the language of a quotation: the tag of any language, such as ``en`` or ``pt-BR``."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED or TAG.fullmatch(value):
        return value
    meant = known_language(value)
    reading.error(
        "wrong-value",
        node,
        "`{key}:` can't be “{found}”.",
        "Write {ways}." if meant else "Write a language's short name: `{key}: en`, `{key}: de` or `{key}: sv`.",
        key=key,
        found=shortened(value),
        ways=_written(meant, key) if meant else "",
        edits=reading.swap(node, meant.code) if meant else (),
    )
    return FAILED


def question(node: Node, reading: Reading, key: str) -> Question | Failed:
    """Read a question and give it its id."""
    number = reading.ids.question()
    asked: Question | Failed = read_model(Question, node, reading, key)
    if asked is FAILED or not _answerable(asked, node, reading):
        return FAILED
    return _named(asked, number, node, reading)


def _named(asked: Question, number: str, node: Node, reading: Reading) -> Question | Failed:
    """Return a question with its id. Two with the same number stand on slides with the same id, which is reported."""
    name = asked.id or number
    if name in reading.names.questions:
        first = reading.names.questions[name]
        if asked.id:
            reading.error(
                "same-id",
                asked.at("id") or node,
                "The id “{id}” is taken: the question on line {line} has it.",
                "Give this question an id of its own, or remove `id:` here.",
                id=name,
                line=first.line if first else "?",
            )
        return FAILED
    reading.names.questions[name] = asked.at("id")
    if asked.carry_to is not None and (place := asked.at("carry_to")):
        reading.forward.carried.append((asked.carry_to, place))
    return asked if asked.id else replace(asked, id=number)


def _answerable(asked: Question, node: Node, reading: Reading) -> bool:
    chooses = [answer for answer in asked.answer if answer in (Answer.TICK, Answer.SCALE)]
    if chooses and not asked.choices:
        reading.error(
            "missing-key",
            asked.at("answer") or node,
            "`answer: {answer}` needs `choices:`.",
            "Add a line such as `choices: [first, second, third]` with the same indentation.",
            answer=chooses[0].value,
        )
        return False
    if asked.choices and not chooses:
        reading.warning(
            "no-effect",
            asked.at("choices") or node,
            "`choices:` has no effect here: the answer is neither `tick` nor `scale`.",
            "Write `answer: tick` (boxes to tick) or `answer: scale` (places on a line) on line {line} instead of "
            "`answer: {answer}`, or remove `choices:`."
            if "answer" in asked.places
            else "Add a line `answer: tick` (boxes to tick) or `answer: scale` (places on a line).",
            line=asked.places["answer"].line if "answer" in asked.places else 0,
            answer=", ".join(answer.value for answer in asked.answer),
        )
    return True


_LABELS = {
    "ticks": "Write what a tick means: `ticks: applies to us`.",
    "mark": "Write what is to be crossed: `mark: Put a cross where you stand`.",
    "column": "Write the head of the new column: `column: With us`.",
    "ask": "Write what is to be done: `ask: Tick what you know`.",
}
"""Directives whose value is printed -> the hint for an author who wrote yes or no."""


def with_words(handout: Handout, node: Node, reading: Reading) -> Handout:
    """Warn of directives such as ``ticks: yes``, which would print “yes”. Returns ``handout`` as it is."""
    for key, hint in _LABELS.items():
        value = getattr(handout, key)
        text = value.label if isinstance(value, Ticks) else value
        if text is not None and text.plain.casefold() in YES | NO:
            message = "“{found}” would be printed as it stands: `{key}:` is followed by words for the participants."
            reading.warning("no-words", handout.at(key) or node, message, hint, found=text.plain, key=key)
    return handout
