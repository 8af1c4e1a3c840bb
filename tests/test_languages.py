"""A language is one file: nothing that languages differ in stands anywhere else, and each language has all of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from string import Formatter
from typing import Any

import pytest

from deckbuild.locales import LANGUAGES, SOURCE, USUAL, every_language, known_language, language_of, language_tag
from deckbuild.model.block import Answer
from deckbuild.model.chart import ChartKind, NumberFormat
from deckbuild.model.default_layouts import OWN
from deckbuild.model.edition import Edition
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.sections.colors import NAMES
from source import trees, walk

MAY_BE_EMPTY = {
    "letters",
    "also",
    "ordinals",
    "before_month",
    "clock",
    "first_name",
    "last_name",
    "number",
    "not_after",
}
"""What a language may do without; so may all of ``Compounds``."""
EXPRESSIONS = ("bonds", "compounds", "phrases")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Any:
    return language_of(request.param)


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every fact of a language with the names that lead to it."""
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), f"{path}.{field.name}".strip("."))
    else:
        yield path, value


def test_every_fact_is_filled_in(language):
    empty = [path for path, value in leaves(language) if value in ("", (), {})]
    left = [path for path in empty if path.rpartition(".")[2] not in MAY_BE_EMPTY and "compounds" not in path]
    assert left == (["names"] if language.code == SOURCE else [])


def test_tables_are_total(language):
    labels = language.labels
    assert [*labels.editions] == [edition.value for edition in Edition]
    assert [*labels.charts] == [kind.value for kind in ChartKind]
    assert labels.answers.keys() == language_of(USUAL).labels.answers.keys() <= {answer.value for answer in Answer}
    assert (len(labels.months), len(language.calendar.months), len(language.calendar.weekdays)) == (12, 12, 7)


def test_labels_have_the_same_places_to_fill_in(language):
    """What a label is given is the same in all languages."""

    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for (path, text), (_, own) in zip(leaves(language_of(USUAL)), leaves(language), strict=True):
        if isinstance(text, str) and not path.startswith(EXPRESSIONS):
            assert places(own) == places(text), path


def test_every_name_is_said(language):
    """All that PowerPoint shows has a name in each language; the code says them in one."""
    if language.code != SOURCE:
        assert language.names.keys() == language_of(USUAL).names.keys()
        assert {layout.name for layout in OWN.layouts.values()} <= language.names.keys()


def test_words_lead_to_what_deck_yaml_has(language):
    meant = {key for keys in language.words.keys.values() for key in keys.split()}
    assert meant <= all_words() | {*NAMES}


def test_expressions_are_whole(language):
    """Each can be part of a larger one, whose groups are counted."""
    for path, text in leaves(language):
        if path.startswith(EXPRESSIONS) and isinstance(text, str):
            assert re.compile(text).groups == 0, path


def test_a_language_is_found_by_all_that_it_is_called(language):
    found = [known_language(name) for name in [*language.called, language.tag, language.own_name.upper()]]
    assert {*found} == {language}
    assert known_language(language.tag.replace("-", "_")) is language
    assert language_tag(language.code) == language.tag
    assert language.code in LANGUAGES
    assert (known_language("tlh"), language_tag("tlh"), language_tag("en-US")) == (None, "tlh", "en-US")
    with pytest.raises(KeyError):
        language_of("tlh")


def test_each_is_told_from_the_others():
    for fact in ("code", "tag", "english_name", "own_name"):
        assert len({getattr(language, fact) for language in every_language()}) == len(LANGUAGES)
    assert len(frozenset().union(*(each.called for each in every_language()))) == sum(
        len(each.called) for each in every_language()
    )


def test_a_number_has_the_signs_of_its_language():
    assert [NumberFormat(1, "%", lang).text(1234.5) for lang in ("da-DK", "en-GB")] == ["1.234,5\u00a0%", "1,234.5%"]


def test_nothing_about_a_language_stands_elsewhere():
    """No table of languages, no question which one it is, and no name of one in an argument."""
    own = {*LANGUAGES, *(language.tag for language in every_language())}
    names = {
        name for language in every_language() for name in (language.english_name.lower(), language.own_name.lower())
    }
    found = []
    for file, tree in trees().items():
        if file not in {f"locales/{code}.py" for code in LANGUAGES}:
            found += [f"{file}:{node.lineno}" for node in walk(tree) if is_about_a_language(node, own, names)]
    assert found == []


def is_about_a_language(node: ast.AST, own: set[str], names: set[str]) -> bool:
    """Whether source code names one of our languages, whose codes and tags are ``own``."""
    match node:
        case ast.Dict(keys=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return len({part.value for part in parts if isinstance(part, ast.Constant)} & own) > 1
        case ast.Compare(comparators=parts) | ast.Call(func=ast.Attribute(attr="startswith"), args=parts):
            return any(isinstance(part, ast.Constant) and part.value in own for part in parts)
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
            return name.lower().strip("_") in names
        case ast.Constant(value=str(text)):
            return text in own - {*LANGUAGES}
    return False


def test_mappings_are_the_only_tables(language):
    """So that a near relative may be made by replacing some of it."""
    assert all(isinstance(value, str | int | tuple | Mapping) for _, value in leaves(language))
