"""A finding, which is reported to the user: a code, a place, a message and a remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import Enum

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics.edit import Edit
from deckbuild.diagnostics.filling import Arg, Counted, Joined, Phrase, Template, Translate, Words, fill, untranslated
from deckbuild.diagnostics.span import Span
from deckbuild.diagnostics.system import Reason


class Severity(Enum):
    """How bad a finding is: an error stops the build, a warning does not, and a note is only worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def word(self, translate: Translate) -> str:
        """Return what it is called, in the language of ``translate``."""
        match self:
            case Severity.ERROR:
                return translate("error")
            case Severity.WARNING:
                return translate("warning")
            case Severity.NOTE:
                return translate("note")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``message`` and ``help`` are English templates; their ``{names}`` are filled from ``args``.

    A catalogue translates the templates, not the filled texts. ``help`` may be several templates: they are translated
    one by one and joined with spaces.
    """

    code: str
    """A stable short name such as ``unknown-key``; documented and never reused."""
    span: Span | None
    message: str
    help: Template = ""
    args: dict[str, Arg] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    edits: tuple[Edit, ...] = ()
    """The fix, if it is certain; empty when only the author can know what to write."""

    @property
    def fault(self) -> tuple[str, int]:
        """Its code and line, 0 for none: what tells one fault from another, however it is said."""
        return self.code, self.span.line if self.span else 0

    def text(self, translate: Translate = untranslated) -> str:
        """Return what is wrong, in the language of ``translate``."""
        return fill(self.message, self.args, translate)

    def remedy(self, translate: Translate = untranslated) -> str:
        """Return what to do about it, in the language of ``translate``; an empty text when there is no remedy."""
        return fill(self.help, self.args, translate)


class Diagnostics:
    """Collects findings while work goes on, so that all of them are reported at once."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._found: list[Diagnostic] = [*found]
        self._at: dict[tuple[str, Span | None], list[Diagnostic]] = {}
        for each in self._found:
            self._at.setdefault((each.code, each.span), []).append(each)

    def error(
        self,
        code: str,
        span: Span | None,
        message: str,
        hint: Template = "",
        *,
        edits: tuple[Edit, ...] = (),
        **args: object,
    ) -> None:
        """Report an error."""
        self.add(Diagnostic(code, span, message, hint, _values(args), Severity.ERROR, edits))

    def warning(
        self,
        code: str,
        span: Span | None,
        message: str,
        hint: Template = "",
        *,
        edits: tuple[Edit, ...] = (),
        **args: object,
    ) -> None:
        """Report a warning."""
        self.add(Diagnostic(code, span, message, hint, _values(args), Severity.WARNING, edits))

    def note(self, code: str, span: Span | None, message: str, hint: Template = "", **args: object) -> None:
        """Report what is only worth knowing."""
        self.add(Diagnostic(code, span, message, hint, _values(args), Severity.NOTE))

    def add(self, found: Diagnostic) -> None:
        """Add a finding, unless an equal one is there already."""
        if found not in self:
            self._at.setdefault((found.code, found.span), []).append(found)
            self._found.append(found)

    def __contains__(self, found: Diagnostic) -> bool:
        """Whether an equal finding is there. Only those of its code and place are compared."""
        return found in self._at.get((found.code, found.span), ())

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield the findings by line and column; those without a place come last."""
        return iter(sorted(self._found, key=_order))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(d.severity is Severity.ERROR for d in self._found)

    def extend(self, other: Diagnostics) -> None:
        """Add all findings of ``other``."""
        for found in other._found:
            self.add(found)


def _values(args: dict[str, object]) -> dict[str, Arg]:
    said = Words | Counted | Phrase | Joined | Reason | float
    return {name: value if isinstance(value, said) else str(value) for name, value in args.items()}


def _order(found: Diagnostic) -> tuple[int, int, int]:
    if found.span is None:
        return (1, 0, 0)
    return (0, found.span.line, found.span.column)


class DiagnosticError(Exception):
    """Raised where work can't go on; carries one finding for the user."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.text())
        self.diagnostic = diagnostic
