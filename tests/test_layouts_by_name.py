"""``layout:`` names a layout of the template: the slide is made on it, or told that it does not suit."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
import pytest

from deckbuild.frame.items import Role, TextBox
from deckbuild.pipeline.lay_out import lay_out_deck
from made_templates import as_potx
from test_templates import Built, build, check

HEAD = "deck: {title: Prøve}\nslides:\n  - title: Valg\n    "


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the template that python-pptx brings."""
    content = io.BytesIO()
    pptx.Presentation().save(content)
    path: Path = tmp_path_factory.mktemp("navne") / "skabelon.potx"
    path.write_bytes(as_potx(content.getvalue()))
    return path


def made(template: Path, slide: str) -> Built:
    return build(template, template.parent, HEAD + slide)


@pytest.mark.parametrize(
    ("slide", "name", "filled"),
    [
        ("bullets: [En, To]", "Title and Content", {Role.BODY}),
        ("layout: Two Content\n    bullets: [En, To]", "Two Content", {Role.BODY, Role.BODY2}),
        ("layout: two   content\n    bullets: [En, To]", "Two Content", {Role.BODY, Role.BODY2}),
        ("layout: columns\n    bullets: [En, To]", "Two Content", {Role.BODY, Role.BODY2}),
        ("layout: Content with Caption\n    bullets: [En, To]", "Content with Caption", {Role.BODY}),
        ("layout: Two Content\n    body: [bullets: [En], text: To]", "Two Content", {Role.BODY, Role.BODY2}),
        ("layout: Title Only\n    pyramid: {items: [a, b, c], alt: x}", "Title Only", set()),
        ("layout: 4\n    bullets: [En, To]", "Two Content", {Role.BODY, Role.BODY2}),
    ],
)
def test_a_slide_stands_on_the_layout_that_it_names(template, slide, name, filled):
    built = made(template, slide)
    check(built)
    shown = pptx.Presentation(str(built.pptx)).slides[1]
    assert shown.slide_layout.name == name
    items = built.laid_out.presentation.frames[1].items
    bodies = {Role.BODY, Role.BODY2, Role.BODY3}
    assert {item.role for item in items if isinstance(item, TextBox)} & bodies == filled


@pytest.mark.parametrize(
    ("slide", "code", "said"),
    [
        ("layout: Two Contents\n    bullets: [En]", "unknown-layout", "There is no layout called “Two Contents”."),
        ("layout: Blank\n    bullets: [En]", "unfit-layout", "“Blank” does not suit"),
        ("layout: Title Only\n    bullets: [En]", "unfit-layout", "“Title Only” does not suit"),
    ],
)
def test_a_layout_that_is_not_there_or_has_no_place_for_the_content_is_told(template, slide, code, said):
    path = template.parent / "galt.yaml"
    path.write_text(f"{HEAD}{slide}\ntheme:\n  template: {template.name}\n", "utf-8")
    laid_out, found = lay_out_deck(path)
    assert laid_out is None
    told = [each for each in found if each.code == code]
    assert [each.span.line for each in told if each.span] == [4]
    assert said in told[0].text()
