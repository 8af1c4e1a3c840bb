"""Match the fields of filled handouts with the questions of the deck, by the questions' stable ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.answers.filled import FilledField, FilledForm
from deckbuild.diagnostics import Counted, Diagnostics
from deckbuild.frame.form import Form, FormEntry, FormEntryKind
from deckbuild.model.collected import AnswerColumn, Collected, FilledHandout


def collect(form: Form, files: Sequence[FilledForm], diagnostics: Diagnostics) -> Collected:
    """Return the answers in ``files``, with a column for each entry of the deck's ``form``.

    An answer belongs to a question when id and wording are those of the deck. Any other answer is reported, and kept in
    a column of its own. Handouts of another deck are reported, and left out.
    """
    columns = {entry.id: AnswerColumn(entry.id, entry.label, entry.number) for entry in form.entries if not entry.name}
    own = [file for file in files if _belongs(file, form, diagnostics)]
    participants = []
    for file in own:
        matching = _Matching(form, file, columns, diagnostics)
        answers = matching.answers()
        participants.append(FilledHandout(matching.name, file.path.name, answers))
    written = {column for participant in participants for column in participant.answers}
    notes = {entry.id for entry in form.entries if entry.note}
    shown = tuple(column for key, column in columns.items() if key in written or key not in notes)
    return Collected(form.deck, form.version, shown, tuple(participants))


def _belongs(file: FilledForm, form: Form, diagnostics: Diagnostics) -> bool:
    """Whether a handout belongs to the form's deck. A handout of another deck or version is reported."""
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


class _Matching:
    """Matches one handout with the deck's form. It adds columns for answers to questions that the deck doesn't ask."""

    def __init__(
        self, form: Form, file: FilledForm, columns: dict[str, AnswerColumn], diagnostics: Diagnostics
    ) -> None:
        self._form = form
        self._file = file
        self._columns = columns
        self._diagnostics = diagnostics
        self._left = dict(file.fields)
        """The fields that no entry has taken yet."""

    @property
    def name(self) -> str:
        """The participant's name, or else the file's name without extension."""
        named = next((entry.id for entry in self._form.entries if entry.name), "")
        field = self._file.fields.get(named)
        return (field.value.strip() if field else "") or self._file.path.stem

    def answers(self) -> dict[str, tuple[str, ...]]:
        """Return the answers by the ids of their columns."""
        found = {}
        missing = 0
        for entry in self._form.entries:
            fields = list(self._fields(entry))
            missing += not fields
            words = tuple(word for option, field in fields for word in self._words(entry, option, field))
            if words and not entry.name:
                found[entry.id] = words
        if missing and self._file.version == self._form.version:
            self._diagnostics.warning(
                "fields-missing", None, "“{file}” lacks {fields}: somebody has changed the form.",
                "What is there is taken.", file=self._file.path, fields=Counted(missing, "1 field", "{count} fields"),
            )  # fmt: skip
        return found | dict(self._unknown_fields())

    def _fields(self, entry: FormEntry) -> Iterator[tuple[str, FilledField]]:
        """Yield the fields of an entry that are worded as in the deck, each with its option, if it has one."""
        if entry.kind is FormEntryKind.SEVERAL:
            wanted = [(option.name, option.label, f"{entry.label}: {option.label}") for option in entry.options]
        else:
            wanted = [(entry.id, "", entry.label)]
        circles = entry.kind in (FormEntryKind.ONE, FormEntryKind.SEVERAL)
        for name, option, label in wanted:
            field = self._left.get(name)
            if field is not None and field.circles == circles and field.label == label:
                del self._left[name]
                yield option, field

    def _words(self, entry: FormEntry, option: str, field: FilledField) -> Iterator[str]:
        """Yield the answer in a field: the typed text or the crossed option; nothing for an empty field."""
        if not field.value:
            return
        match entry.kind:
            case FormEntryKind.LINE | FormEntryKind.LINES:
                yield field.value
            case FormEntryKind.SEVERAL:
                yield option
            case FormEntryKind.ONE:
                chosen = {choice.name: choice.label for choice in entry.options}
                if field.value in chosen and field.meanings.get(field.value) == chosen[field.value]:
                    yield chosen[field.value]
                else:
                    yield self._unknown_choice(entry.id, field)

    def _unknown_choice(self, name: str, field: FilledField) -> str:
        """Report a crossed option that the deck doesn't offer, and return its label."""
        value = field.meanings.get(field.value, field.value)
        self._diagnostics.warning(
            "unknown-choice", None, "“{file}” answers `{id}` with “{value}”, which the deck doesn't offer.",
            "It is kept as it is.", file=self._file.path, id=name, value=value,
        )  # fmt: skip
        return value

    def _unknown_fields(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Report answers in fields that the deck doesn't have, and yield each with the id of a column of its own."""
        for name, field in self._left.items():
            if not field.value:
                continue
            known = self._columns.get(name)
            key = name if known is None or known.text == field.label else f"{name} ({self._file.version})"
            self._columns.setdefault(key, AnswerColumn(key, field.label))
            self._diagnostics.warning(
                "unknown-field", None, "“{file}” has an answer under `{id}`, which the deck doesn't ask for.",
                "It is kept in a column of its own.", file=self._file.path, id=key,
            )  # fmt: skip
            yield key, (field.meanings.get(field.value, field.value) if field.circles else field.value,)
