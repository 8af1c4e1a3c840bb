"""Title art: what is drawn on the title slide and the cover, by the deck's sections."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import Group, Item, Shape, TextBox, extent
from deckbuild.handout.editions import Editions
from deckbuild.layout.slides.deck import lay_out
from deckbuild.model.deck import Deck
from deckbuild.model.edition import Edition
from deckbuild.model.themes import paper_theme
from deckbuild.units import Rect, mm
from decks import read_deck

NAMES = ("Det første møde", "Den svære samtale", "Digital hjælp", "Når svaret er nej", "Hverdagen i morgen")


def deck(sections: int, art: str = "", title: str = "Godt modtaget") -> Deck:
    """Return a deck whose section ``n`` has ``n`` slides."""
    chosen = f"  art: {art}\n" if art else ""
    slides = "".join(
        f"- section: {NAMES[n % 5]}\n" + "".join(f"- {{title: Slide {n} {m}, text: Tekst}}\n" for m in range(n))
        for n in range(sections)
    )
    return read_deck(slides or "- {title: Et, text: To}", f"deck:\n  title: {title}\n{chosen}")


def drawn(made: Deck) -> tuple[Item, ...]:
    """Return what is drawn on the title slide."""
    return _art(lay_out(made, made.theme, Diagnostics()).frames[0].items)


def on_cover(made: Deck) -> tuple[Item, ...]:
    """Return what is drawn on the cover."""
    found = Diagnostics()
    frames = lay_out(made, made.theme, found).frames
    document = Editions(made, frames, paper_theme(made.theme), found).documents([Edition.PARTICIPANT])
    return _art(document[Edition.PARTICIPANT].pages[0].items)


def _art(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return next((item.items for item in items if isinstance(item, Group) and item.id.endswith("/art")), ())


def shapes(items: tuple[Item, ...], part: str) -> list[Rect]:
    """Return the boxes of the shapes with ``part`` in their id."""
    return [item.box for item in items if isinstance(item, Shape) and part in item.id]


def names(items: tuple[Item, ...]) -> list[str]:
    """Return the words that stand in an art."""
    return [item.pars[0].plain for item in items if isinstance(item, TextBox)]


def test_the_register_has_a_card_and_a_tab_for_each_section() -> None:
    art = drawn(deck(5))
    assert shapes(art, "/card")[0] == Rect(520, 64, 384, 260)
    assert shapes(art, "/tab") == [Rect(520 + 76.8 * n, 44 + 52 * n, 76.8, 20) for n in range(5)]
    assert names(art) == list(NAMES)


def test_a_register_of_many_sections_has_low_tabs_and_no_words() -> None:
    art = drawn(deck(16))
    assert shapes(art, "/tab")[0] == Rect(520, 40, 24, 12)
    assert shapes(art, "/card")[-1].bottom == pytest.approx(324)
    assert names(art) == []


def test_the_bars_of_a_cascade_are_as_long_as_their_share_of_the_slides() -> None:
    bars = shapes(drawn(deck(3, "cascade")), "/bar")
    assert [bar.w for bar in bars] == [pytest.approx(848 * share / 6) for share in (1, 2, 3)]
    assert [bar.x for bar in bars[1:]] == [pytest.approx(bar.right) for bar in bars[:-1]]
    assert (bars[0].y + bars[-1].bottom) / 2 == pytest.approx(214)


def test_a_name_stands_beside_a_bar_that_is_too_short_for_it() -> None:
    art = drawn(deck(3, "cascade"))
    bars = shapes(art, "/bar")
    first, second, _ = (item for item in art if isinstance(item, TextBox))
    assert first.pars[0].plain.endswith(NAMES[0])
    assert first.box.x == pytest.approx(bars[0].right + 12)
    assert bars[1].x + 16 == pytest.approx(second.box.x)


@pytest.mark.parametrize(("count", "radius"), [(1, 36), (3, 92), (5, 148), (9, 148), (14, 148)])
def test_rings_stand_around_a_star(count: int, radius: float) -> None:
    art = drawn(deck(count, "rings"))
    around = shapes(art, "/ring")
    assert len(around) == min(count, 9)
    assert max(box.w for box in around) == pytest.approx(2 * radius)
    assert shapes(art, "/star") == [Rect(732, 164, 48, 48)]


@pytest.mark.parametrize("made", [deck(0), deck(0, "rings"), deck(4, "none")], ids=["plain", "rings", "none"])
def test_there_is_no_art_without_sections_or_when_it_is_not_wanted(made: Deck) -> None:
    assert drawn(made) == ()
    assert on_cover(made) == ()


@pytest.mark.parametrize("art", ["register", "cascade", "rings"])
def test_the_cover_has_the_same_art_without_names(art: str) -> None:
    made = deck(5, art)
    slide, paper = drawn(made), on_cover(made)
    assert [i.id.partition("/")[2] for i in paper] == [
        i.id.partition("/")[2] for i in slide if not isinstance(i, TextBox)
    ]  # fmt: skip
    assert names(paper) == []
    assert all(mm(20) < extent(item).x and extent(item).right < mm(191) for item in paper)


@pytest.mark.parametrize("art", ["register", "cascade", "rings"])
def test_art_gives_way_to_a_long_title(art: str) -> None:
    made = deck(5, art, "Velfærdstransformation og samarbejdsdrevet innovation i den offentlige sektor. " * 2)
    frame = lay_out(made, made.theme, Diagnostics()).frames[0]
    title = next(item for item in frame.items if isinstance(item, TextBox) and item.id == "title/title")
    assert all(extent(item).bottom <= title.box.y for item in drawn(made))
