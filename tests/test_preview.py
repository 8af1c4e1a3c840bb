"""The preview without a browser: who is let in, what a save changes, what a fault leaves."""

from __future__ import annotations

import shutil
import socket
import struct
import threading
import time
from pathlib import Path

import pytest

from deckbuild.diagnostics import SourceFile
from deckbuild.preview.editor_links import address, template
from deckbuild.preview.state import moved
from deckbuild.preview.watching import Watcher
from made_templates import make
from previewing import Preview, pictures, preview

DECK = """\
deck:
  title: Prøve
slides:
  - title: Punkter
    bullets:
      - Et punkt
  - title: Tanker
    reflection:
      - Hvad ser du?
"""
PNG = Path(__file__).parent.parent / "docs" / "pictures" / "slides-08.png"


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    deck = tmp_path_factory.mktemp("running") / "deck.yaml"
    deck.write_text(DECK, "utf-8")
    with preview(deck) as found:
        found.state()
        yield found


@pytest.fixture
def fresh(tmp_path):
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK, "utf-8")
    with preview(deck) as found:
        found.state()
        yield found


# ---- who is let in


def test_the_token_opens_the_page_and_leaves_the_address(running: Preview):
    answer = running.ask(running.token)
    assert (answer.status, answer.getheader("Location")) == (303, "/")
    cookie = answer.getheader("Set-Cookie")
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert running.ask("/", {"Cookie": cookie.partition(";")[0]}).status == 200


@pytest.mark.parametrize(
    "path", ["/", "/page.js", "/page.css", "/events", "/picture/x.png", "/nowhere", "/?token=guess"]
)
@pytest.mark.parametrize("cookie", ["", "deckbuild=x", "deckbuild-{port}=guess", "deckbuild-{port}=", ";;=\x01"])
def test_without_the_token_nothing_is_given(running: Preview, path, cookie):
    headers = {"Cookie": cookie.format(port=running.server.server_port)} if cookie else {}
    assert running.ask(path, headers).status == 403


@pytest.mark.parametrize(
    "foreign",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/", "/events", "token"])
def test_who_comes_from_elsewhere_is_refused_even_with_the_token(running: Preview, foreign, path):
    headers = {name: value.format(port=running.server.server_port) for name, value in foreign.items()}
    answer = running.ask(running.token if path == "token" else path, running.known() | headers)
    assert (answer.status, answer.getheader("Set-Cookie")) == (403, None)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_nothing_can_be_sent(running: Preview, method):
    assert running.ask("/", running.known(), method).status == 501


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/picture/../../../deck.yaml",
        "/picture/..%2f..%2fdeck.yaml",
        "/picture/%2fetc%2fpasswd",
        "//etc/passwd",
        "/deck.yaml",
        "/page/page.js",
        "/page.js/../../words.py",
        "/picture/",
        "/picture/x.png",
    ],
)
def test_no_request_reaches_a_file(running: Preview, path):
    assert running.ask(path, running.known()).status == 404


def test_answers_and_refusals_keep_others_out(running: Preview):
    for answer in (running.ask("/", running.known()), running.ask("/")):
        policy = answer.getheader("Content-Security-Policy")
        assert policy.startswith("default-src 'none'; script-src 'self'")
        assert "unsafe" not in policy
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Referrer-Policy") == "no-referrer"


def test_it_listens_on_this_machine_only(running: Preview):
    assert running.server.server_address[0] == "127.0.0.1"


def test_a_browser_that_goes_away_in_the_middle_is_no_fault(running: Preview, capfd):
    for path in ("/", "/events", f"/picture/{next(iter(pictures(running.state()).values()))}.png"):
        with socket.create_connection(("127.0.0.1", running.server.server_port)) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # ends with a reset
            headers = "".join(f"{name}: {value}\r\n" for name, value in running.known().items())
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {running.host}\r\n{headers}\r\n".encode() * 50)
    assert running.ask("/", running.known()).status == 200
    assert capfd.readouterr() == ("", "")


# ---- what is told and shown


def test_papers_pages_and_pictures(running: Preview):
    state = running.state()
    assert [(paper["id"], paper["name"]) for paper in state["papers"]] == [
        ("slides", "Slides"),
        ("participant", "Handout"),
    ]
    assert [page["title"] for page in state["papers"][0]["pages"]] == ["Prøve", "Slide 1: Punkter", "Slide 2: Tanker"]
    for name in pictures(state).values():
        answer = running.ask(f"/picture/{name}.png", running.known())
        assert answer.body.startswith(b"\x89PNG")
        assert "immutable" in answer.getheader("Cache-Control")


def test_the_guide_is_shown_when_the_deck_lists_it(fresh: Preview):
    state = fresh.save(DECK + "handout: {editions: [participant, guide]}\n")
    assert [paper["id"] for paper in state["papers"]] == ["slides", "participant", "guide"]


@pytest.mark.parametrize(
    ("paper", "page", "text", "lines"),
    [
        ("slides", 0, "title: Prøve", (2, 2)),
        ("slides", 1, "the list", (6, 6)),
        ("slides", 2, "- Hvad ser du?", (9, 9)),
        ("participant", 1, "- Hvad ser du?", (9, 9)),
    ],
)
def test_parts_of_pages_know_their_lines(running: Preview, paper, page, text, lines):
    state = running.state()
    pages = next(each["pages"] for each in state["papers"] if each["id"] == paper)
    assert lines in {tuple(place[4][1:3]) for place in pages[page]["places"]}, text
    assert state["sources"][0]["lines"] == DECK.splitlines()


def test_lines_open_in_the_editor(running: Preview):
    assert running.state()["sources"][0]["address"] == f"vscode://file{running.deck.as_posix()}:{{line}}:{{column}}"


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("vscode", "vscode://file/a%20b/%C3%A5.yaml:{line}:{column}"),
        ("jetbrains", "idea://open?file=/a%20b/%C3%A5.yaml&line={line}&column={column}"),
        ("my-editor://at{path}?{line}", "my-editor://at/a%20b/%C3%A5.yaml?{line}"),
        ("none", ""),
        ("emacs", None),
        ("javascript://{path}", None),
        ("https://evil.example{path}", None),
    ],
)
def test_editors(editor, expected):
    form = template(editor)
    assert (form if form is None else address(form, Path("/a b/å.yaml"))) == expected


# ---- a save


def test_only_what_looks_other_gets_another_picture(fresh: Preview):
    before = pictures(fresh.state())
    state = fresh.save(DECK.replace("Et punkt", "To punkter"))
    after = pictures(state)
    other = {page for page in after if after[page] != before[page]}
    assert "slides/punkter" in other
    assert {"slides/title", "slides/tanker", "participant/participant-1"}.isdisjoint(other)
    assert {page.partition("/")[2] for page in other} == set(state["changed"])


def test_lines_that_move_change_no_picture(fresh: Preview):
    before = fresh.state()
    state = fresh.save("# En bemærkning\n\n" + DECK)
    assert pictures(state) == pictures(before)
    assert state["papers"][0]["pages"][1]["lines"][0][1] == before["papers"][0]["pages"][1]["lines"][0][1] + 2


def test_what_is_taken_back_has_its_old_picture(fresh: Preview):
    before = pictures(fresh.state())
    fresh.save(DECK.replace("Et punkt", "To punkter"))
    assert pictures(fresh.save(DECK)) == before


@pytest.mark.slow
def test_a_picture_that_a_newer_save_replaced_is_empty(fresh: Preview):
    name = pictures(fresh.state())["slides/punkter"]
    for text in ("To punkter", "Tre punkter"):
        fresh.save(DECK.replace("Et punkt", text))
    answer = fresh.ask(f"/picture/{name}.png", fresh.known())
    assert (answer.status, answer.body) == (204, b"")


def test_another_theme_changes_all_slides(fresh: Preview):
    before = pictures(fresh.state())
    after = pictures(fresh.save(DECK + "theme: mørk\n"))
    assert all(after[page] != before[page] for page in after if page.startswith("slides/"))


def test_a_picture_saved_anew_is_shown(fresh: Preview):
    picture = fresh.deck.parent / "billede.png"
    state = fresh.save(DECK + "  - title: Torvet\n    picture: {file: billede.png, alt: Torvet}\n")
    assert [problem["text"] for problem in state["problems"]] == ["There is no file “billede.png”."]
    shutil.copy(PNG, picture)
    state = fresh.state(state["version"])
    assert state["problems"] == []
    before = pictures(state)
    with picture.open("ab") as file:
        file.write(b"another size")
    after = pictures(fresh.state(state["version"]))
    assert {page for page in after if after[page] != before[page]} >= {"slides/torvet"}
    assert after["slides/punkter"] == before["slides/punkter"]


def test_a_theme_file_saved_anew_is_shown(fresh: Preview):
    theme = fresh.deck.parent / "tema.yaml"
    theme.write_text("base: lys\n", "utf-8")
    before = fresh.save(DECK + "theme: tema.yaml\n")
    theme.write_text("base: mørk\n", "utf-8")
    after = fresh.state(before["version"])
    assert pictures(after)["slides/title"] != pictures(before)["slides/title"]


def test_a_template_saved_anew_is_shown_and_leaves_pictures_alone_else(fresh: Preview):
    template = make("plain", fresh.deck.parent / "hus.pptx")
    deck = DECK + "theme: {template: hus.pptx}\n"
    first = fresh.save(deck)
    assert not first["fault"]
    second = fresh.save(deck.replace("Et punkt", "To punkter"))
    assert pictures(second)["slides/tanker"] == pictures(first)["slides/tanker"]
    make("dark", template)
    third = fresh.state(second["version"])
    assert pictures(third)["slides/tanker"] != pictures(first)["slides/tanker"]


def test_answers_that_are_collected_are_shown(fresh: Preview):
    board = "  - title: Svar\n    board: {answers: tanker/q1}\n"
    before = fresh.save(DECK + board)
    answers = "- question: tanker/q1\n  answers: [{who: A, answer: Et træ}]\n"
    (fresh.deck.parent / "answers.yaml").write_text(answers, "utf-8")
    assert fresh.state(before["version"])["version"] > before["version"]


# ---- faults


def test_a_fault_keeps_the_last_good_pages(fresh: Preview):
    before = fresh.state()
    state = fresh.save(DECK.replace("bullets", "bulets"))
    assert state["fault"]
    assert pictures(state) == pictures(before)
    assert state["message"] == "Found 1 error. You see the last version without errors."
    (problem,) = state["problems"]
    assert (problem["error"], problem["where"], problem["lines"][1]) == (True, "deck.yaml:5", 5)
    assert state["sources"][problem["lines"][0]]["lines"][4] == "    bulets:"
    state = fresh.save(DECK)
    assert (state["fault"], state["problems"], pictures(state)) == (False, [], pictures(before))


def test_a_deck_with_faults_from_the_start(tmp_path):
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK.replace("bullets", "bulets"), "utf-8")
    with preview(deck, "da") as running:
        state = running.state()
        assert (state["message"], state["papers"]) == ("Fandt 1 fejl. Der er ikke noget at vise endnu.", [])
        assert running.save(DECK)["papers"] != []


def test_a_deck_that_is_deleted_and_comes_back(fresh: Preview):
    before = fresh.state()
    fresh.deck.unlink()
    state = fresh.state(before["version"])
    assert state["fault"]
    assert pictures(state) == pictures(before)
    fresh.deck.write_text(DECK, "utf-8")
    assert not fresh.state(state["version"])["fault"]


def test_a_warning_is_told_and_shown(fresh: Preview):
    state = fresh.save(DECK.replace("Et punkt", "Et punkt 😀"))
    assert not state["fault"]
    assert [problem["error"] for problem in state["problems"]] == [False]


# ---- saves


def atomically(path: Path, text: str) -> None:
    """Save as most editors do."""
    other = path.with_suffix(".tmp")
    other.write_text(text, "utf-8")
    other.replace(path)


def by_deleting(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.1)
    path.write_text(text, "utf-8")


def emptied_first(path: Path, text: str) -> None:
    path.write_text("", "utf-8")
    time.sleep(0.1)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("save", [atomically, by_deleting, emptied_first])
def test_each_way_of_saving_is_one_change(fresh: Preview, save):
    before = fresh.state()["version"]
    save(fresh.deck, DECK.replace("Et punkt", "To punkter"))
    state = fresh.state(before)
    assert (state["version"], state["fault"], state["changed"] != []) == (before + 1, False, True)


def test_many_quick_saves_count_as_one(tmp_path):
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK, "utf-8")
    watcher = Watcher(deck)
    assert not watcher.changed()

    def save() -> None:
        for number in range(10):
            deck.write_text(DECK + "#" * number, "utf-8")
            time.sleep(0.002)

    saver = threading.Thread(target=save)
    saver.start()
    found = 0
    while saver.is_alive():
        found += watcher.changed()
    assert found + watcher.changed() == 1
    assert not watcher.changed()


# ---- what comes and goes


@pytest.mark.slow
def test_a_picture_that_goes_away_before_it_is_drawn_ends_nothing(fresh: Preview):
    text = DECK + "".join(f"  - title: Billede {n}\n    picture: {{file: p.png, alt: Et billede}}\n" for n in range(9))
    for _ in range(4):
        shutil.copy(PNG, fresh.deck.parent / "p.png")
        assert not fresh.save(text + f"# {time.perf_counter_ns()}\n")["fault"]
        before = fresh.state()["version"]
        (fresh.deck.parent / "p.png").unlink()
        assert fresh.state(before)["fault"]
    shutil.copy(PNG, fresh.deck.parent / "p.png")
    last = fresh.save(text)
    (page,) = [page for page in last["papers"][0]["pages"] if page["title"] == "Slide 3: Billede 0"]
    assert fresh.ask(f"/picture/{page['picture']}.png", fresh.known()).body.startswith(b"\x89PNG")


def test_the_versions_of_another_run_are_not_known(fresh: Preview):
    run, version = fresh.state()["run"], fresh.state()["version"]
    assert fresh.live.newer_than(version, 0.1) is None
    for known, news in ((f"{run}-{version}", False), (f"otherrun-{version}", True), ("9" * 5000, True), ("", True)):
        with socket.create_connection(("127.0.0.1", fresh.server.server_port), 5) as line:
            cookie = fresh.known()["Cookie"]
            line.sendall(
                f"GET /events?known={known} HTTP/1.1\r\nHost: {fresh.host}\r\nCookie: {cookie}\r\n\r\n".encode()
            )
            line.settimeout(2)
            said = b""
            try:
                while b"data: " not in said:
                    said += line.recv(65536)
            except TimeoutError:
                pass
        assert (b"data: " in said) == news, known[:20]


def test_the_cookies_of_other_programs_shut_nobody_out(fresh: Preview):
    own = fresh.known()["Cookie"]
    for other in ('prefs={"a":1}', "a[b]=ø", 'x="', "=", ""):
        assert fresh.ask("/", {"Cookie": f"{other}; {own}"}).status == 200


def test_numbers_that_move_are_told_apart_from_words(fresh: Preview):
    before = fresh.state()["papers"][0]["pages"]
    after = fresh.save(DECK.replace("  - title: Tanker", "  - title: Ny\n    text: Ny\n  - title: Tanker"))
    pages = {page["title"].split(": ")[-1]: page for page in after["papers"][0]["pages"]}
    old = {page["title"].split(": ")[-1]: page for page in before}
    assert pages["Tanker"]["picture"] != old["Tanker"]["picture"]
    assert pages["Tanker"]["essence"] == old["Tanker"]["essence"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("a\nb\nc", [1, 2, 3]),
        ("x\na\nb\nc", [2, 3, 4]),
        ("a\nc", [1, 2, 2]),
        ("a\nB\nx\nc", [1, 2, 4]),
        ("", [1, 1, 1]),
    ],
)
def test_lines_are_found_in_a_later_file(now, expected):
    assert moved(SourceFile(Path("a"), "a\nb\nc"), SourceFile(Path("a"), now)) == expected
