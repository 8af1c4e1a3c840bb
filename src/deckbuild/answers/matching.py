"""Match the fields of filled handouts with the questions of the deck, by the questions' stable ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.answers.filled import FilledFile, FilledForm
from deckbuild.answers.told_apart import FilledField
from deckbuild.diagnostics import Counted, Diagnostics
from deckbuild.frame.form import Form, FormEntry, FormEntryKind
from deckbuild.model.collected import AnswerColumn, Collected, FilledHandout


def collect(
    form: Form, files: Sequence[FilledFile], diagnostics: Diagnostics, private: Sequence[str] = ()
) -> Collected:
    """Return the answers in ``files``, with a column for each entry of the deck's ``form``.

    An answer belongs to a question when id and wording are those of the deck. Any other answer is reported, and kept in
    a column of its own. Handouts of another deck and empty ones are reported, and left out. So are notes that
    participants keep for themselves; ``private`` are the headings over them.
    """
    mine = _OwnNotes(private)
    asked = tuple(entry for entry in form.entries if not mine.has(entry.label))
    columns = {entry.id: AnswerColumn(entry.id, entry.label, entry.number) for entry in asked if not entry.name}
    own = [one for file in files for one in file.handouts if _belongs(one, form, diagnostics)]
    participants: list[FilledHandout] = []
    for handout in _joined(own, form):
        kept = {name: field for name, field in handout.fields.items() if not mine.has(field.label, field)}
        matching = _Matching(form, asked, replace(handout, fields=kept), columns, diagnostics)
        participant = FilledHandout(matching.name, handout.file, matching.answers())
        if not participant.answers and not any(file.overlays for file in files if file.path == handout.path):
            _tell_empty(handout, diagnostics)
        elif not _again(participant, participants, diagnostics):
            participants.append(participant)
    for file in files:
        _tell_overlays(file, diagnostics)
    mine.tell(diagnostics)
    written = {column for participant in participants for column in participant.answers}
    notes = {entry.id for entry in form.entries if entry.note}
    shown = tuple(column for key, column in columns.items() if key in written or key not in notes)
    return Collected(form.deck, form.version, shown, tuple(participants))


class _OwnNotes:
    """The notes that participants keep for themselves, by the ``headings`` over them."""

    def __init__(self, headings: Sequence[str]) -> None:
        self._headings = headings
        self._left_out = False

    def has(self, label: str, field: FilledField | None = None) -> bool:
        """Whether a place with this label is for such notes; what is in ``field`` is then left out."""
        found = any(label == heading or label.startswith(f"{heading}: ") for heading in self._headings)
        self._left_out |= found and field is not None and bool(field.values)
        return found

    def tell(self, diagnostics: Diagnostics) -> None:
        """Report that notes were left out."""
        if self._left_out:
            diagnostics.warning(
                "private-notes", None, "Participants' own notes are not collected: nobody told them that others read "
                "them.", "Write `collect-notes: yes` under `handout:` before you make the handout: it then says so.",
            )  # fmt: skip


def _belongs(file: FilledForm, form: Form, diagnostics: Diagnostics) -> bool:
    """Whether a handout belongs to the form's deck. A handout of another deck or version is reported.

    One that does not say where it comes from belongs to the deck when the deck asks most of what it asks.
    """
    if not file.deck:
        asked = {(name, label) for entry in form.entries for name, _, label in wanted(entry)}
        known = sum((name, field.label) in asked for name, field in file.fields.items())
        if known * 2 > len(file.fields):
            return True
        diagnostics.warning(
            "foreign-pdf", None, "“{file}” is a form, but none of deckbuild's.",
            "Leave it out, or ask for the handout.", file=file.path,
        )  # fmt: skip
        return False
    if file.deck != form.deck:
        diagnostics.warning(
            "other-deck", None, "“{file}” belongs to another deck, “{deck}”: it is left out.",
            "Collect it with that deck: `--deck {deck}.yaml`.", file=file.path, deck=file.deck,
        )  # fmt: skip
        return False
    if file.version != form.version:
        diagnostics.warning(
            "other-version", None, "“{file}” was made before the deck was changed, or after.",
            "Answers to questions that are the same stand under them; any others have columns of their own.",
            file=file.path,
        )  # fmt: skip
    return True


def _joined(handouts: Sequence[FilledForm], form: Form) -> list[FilledForm]:
    """Return the handouts, with the parts of one that was split into several files put together.

    Parts have the same name on them, and no other field in common.
    """
    found: list[FilledForm] = []
    for handout in handouts:
        name = _name(handout, form)
        for index, other in enumerate(found):
            same = (other.deck, other.version, _name(other, form)) == (handout.deck, handout.version, name)
            if name and same and all(form.is_name(each) for each in handout.fields.keys() & other.fields.keys()):
                file = other.file if handout.file == other.file else f"{other.file}, {handout.file}"
                found[index] = replace(other, file=file, fields={**handout.fields, **other.fields})
                break
        else:
            found.append(handout)
    return found


def _name(handout: FilledForm, form: Form) -> str:
    """Return the name that a participant wrote; empty when there is none."""
    fields = (field for name, field in handout.fields.items() if form.is_name(name))
    return next((field.values[0].strip() for field in fields if field.values), "")


def _again(one: FilledHandout, others: Sequence[FilledHandout], diagnostics: Diagnostics) -> bool:
    """Whether the same answers under the same name are there already. It is reported."""
    other = next((each for each in others if (each.name, each.answers) == (one.name, one.answers)), None)
    if other:
        diagnostics.warning(
            "same-handout", None, "“{file}” says the same as “{other}”: it is counted once.",
            "Leave one of them out.", file=one.file, other=other.file,
        )  # fmt: skip
    return other is not None


def _tell_empty(handout: FilledForm, diagnostics: Diagnostics) -> None:
    """Report a handout with nothing filled in; the others in its file may have answers."""
    whole = "“{file}” is empty: nothing is filled in, and it is left out."
    part = "One of the handouts in “{file}”, number {number}, is empty: nothing is filled in, and it is left out."
    diagnostics.warning(
        "empty-handout", None, part if handout.number else whole,
        "Ask whether the right file was sent, and whether it was saved after it was filled in.",
        file=handout.path, number=handout.number,
    )  # fmt: skip


def _tell_overlays(file: FilledFile, diagnostics: Diagnostics) -> None:
    """Report what was written over the form instead of in its fields."""
    for overlay in file.overlays:
        if overlay.text:
            diagnostics.warning(
                "written-over", None, "“{file}”: on page {page} “{text}” is written over the form, not in a field.",
                "It is not collected: see which question it answers, and add it yourself.",
                file=file.path, page=overlay.page, text=overlay.text,
            )  # fmt: skip
        else:
            diagnostics.warning(
                "drawn-over", None, "“{file}”: on page {page} something is drawn over the form, not filled in.",
                "It is not collected: open the file and see what it answers.", file=file.path, page=overlay.page,
            )  # fmt: skip


def wanted(entry: FormEntry) -> list[tuple[str, str, str]]:
    """Return the fields of an entry: name, option if it has one, and label."""
    if entry.kind is FormEntryKind.SEVERAL:
        return [(option.name, option.label, f"{entry.label}: {option.label}") for option in entry.options]
    return [(entry.id, "", entry.label)]


class _Matching:
    """Matches one handout with the deck's form. It adds columns for answers to questions that the deck doesn't ask."""

    def __init__(
        self,
        form: Form,
        asked: Sequence[FormEntry],
        file: FilledForm,
        columns: dict[str, AnswerColumn],
        diagnostics: Diagnostics,
    ) -> None:
        self._form = form
        self._asked = asked
        self._file = file
        self._columns = columns
        self._diagnostics = diagnostics
        self._left = dict(file.fields)
        """The fields that no entry has taken yet."""

    @property
    def name(self) -> str:
        """The participant's name, or else the file's name without extension."""
        unnamed = self._file.file.rpartition(".")[0] or self._file.file
        numbered = f"{unnamed} {self._file.number}" if self._file.number else unnamed
        return _name(self._file, self._form) or numbered

    def answers(self) -> dict[str, tuple[str, ...]]:
        """Return the answers by the ids of their columns."""
        found = {}
        missing = 0
        for entry in self._asked:
            fields = list(self._fields(entry))
            missing += not fields
            words = tuple(word for option, field in fields for word in self._words(entry, option, field))
            if words and not entry.name:
                found[entry.id] = words
        if missing and self._file.version in ("", self._form.version):
            self._diagnostics.warning(
                "fields-missing", None, "“{file}” lacks {fields}: pages are missing, or somebody has changed the form.",
                "What is there is taken.", file=self._file.path, fields=Counted(missing, "1 field", "{count} fields"),
            )  # fmt: skip
        return found | dict(self._unknown_fields())

    def _fields(self, entry: FormEntry) -> Iterator[tuple[str, FilledField]]:
        """Yield the fields of an entry that are worded as in the deck, each with its option, if it has one."""
        circles = entry.kind in (FormEntryKind.ONE, FormEntryKind.SEVERAL)
        for name, option, label in wanted(entry):
            field = self._left.get(name)
            same = field is not None and field.label in (label, *[""] * (self._file.version == self._form.version))
            if field is not None and field.circles == circles and same:
                del self._left[name]
                yield option, field

    def _words(self, entry: FormEntry, option: str, field: FilledField) -> Iterator[str]:
        """Yield the answer in a field: the typed text or the crossed option; nothing for an empty field."""
        match entry.kind:
            case FormEntryKind.LINE | FormEntryKind.LINES:
                yield from field.values
            case FormEntryKind.SEVERAL:
                yield from [option] * bool(field.values)
            case FormEntryKind.ONE:
                chosen = {choice.name: choice.label for choice in entry.options}
                for state in field.values:
                    means = field.meanings.get(state, state).removeprefix(f"{entry.label}: ")
                    yield means if means == chosen.get(state) else self._unknown_choice(entry.id, means)

    def _unknown_choice(self, name: str, value: str) -> str:
        """Report a crossed option that the deck doesn't offer, and return it."""
        self._diagnostics.warning(
            "unknown-choice", None, "“{file}” answers `{id}` with “{value}”, which the deck doesn't offer.",
            "It is kept as it is.", file=self._file.path, id=name, value=value,
        )  # fmt: skip
        return value

    def _unknown_fields(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Report answers in fields that the deck doesn't have, and yield each with the id of a column of its own."""
        for name, field in self._left.items():
            if not field.values:
                continue
            known = self._columns.get(name)
            key = name if known is None or known.text == field.label else f"{name} ({self._file.version})"
            self._columns.setdefault(key, AnswerColumn(key, field.label))
            self._diagnostics.warning(
                "unknown-field", None, "“{file}” has an answer under `{id}`, which the deck doesn't ask for.",
                "It is kept in a column of its own.", file=self._file.path, id=key,
            )  # fmt: skip
            yield key, tuple(field.meanings.get(value, value) for value in field.values)
