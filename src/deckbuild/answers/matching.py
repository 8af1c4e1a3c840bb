"""Filled handouts against the deck: what was written where, by the stable ids of the questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.answers.filled import Filled, FilledField
from deckbuild.diagnostics import Counted, Diagnostics
from deckbuild.frame.form import Form, FormEntry, FormEntryKind
from deckbuild.model.collected import AnswerColumn, Collected, FilledHandout


def collect(form: Form, files: Sequence[Filled], diagnostics: Diagnostics) -> Collected:
    """Return the answers in ``files``, with a column for each of the form's entries.

    An answer counts as one to a question of the form when id and wording are those of the deck; any other is kept in a
    column of its own and told. Handouts of another deck are left out and told.
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


def _belongs(file: Filled, form: Form, diagnostics: Diagnostics) -> bool:
    """Whether a handout is one of the form's deck; tell when it is another's, or differs in its wording."""
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
    """One handout's answers under the columns; columns for what the deck doesn't ask are added."""

    def __init__(self, form: Form, file: Filled, columns: dict[str, AnswerColumn], diagnostics: Diagnostics) -> None:
        self._form = form
        self._file = file
        self._columns = columns
        self._diagnostics = diagnostics
        self._left = dict(file.fields)
        """Fields that no entry has asked for yet."""

    @property
    def name(self) -> str:
        """The participant's name, or the file's."""
        named = next((entry.id for entry in self._form.entries if entry.name), "")
        field = self._file.fields.get(named)
        return (field.value.strip() if field else "") or self._file.path.stem

    def answers(self) -> dict[str, tuple[str, ...]]:
        """Return what is filled in, by the ids of the columns."""
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
        return found | dict(self._unknown())

    def _fields(self, entry: FormEntry) -> Iterator[tuple[str, FilledField]]:
        """Yield an entry's fields, as asked in the deck, each with the label of the option it stands for."""
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
        """Yield the answer in a field, in words."""
        if not field.value:
            return
        match entry.kind:
            case FormEntryKind.LINE | FormEntryKind.LINES:
                yield field.value
            case FormEntryKind.SEVERAL:
                yield option
            case FormEntryKind.ONE:
                chosen = {choice.name: choice.label for choice in entry.options}
                if field.value in chosen and field.words.get(field.value) == chosen[field.value]:
                    yield chosen[field.value]
                else:
                    yield self._strange(entry.id, field)

    def _strange(self, name: str, field: FilledField) -> str:
        """Return a value that isn't among the deck's choices, and tell."""
        value = field.words.get(field.value, field.value)
        self._diagnostics.warning(
            "unknown-choice", None, "“{file}” answers `{id}` with “{value}”, which the deck doesn't offer.",
            "It is kept as it is.", file=self._file.path, id=name, value=value,
        )  # fmt: skip
        return value

    def _unknown(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what stands in fields that the deck doesn't ask for, in columns of their own."""
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
            yield key, (field.words.get(field.value, field.value) if field.circles else field.value,)
