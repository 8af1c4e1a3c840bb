"""Papers that somebody has open are not replaced."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import DiagnosticError
from deckbuild.output.papers import write_papers


@pytest.mark.parametrize("beside", ["~$dag.pptx", "~$g.pptx", ".~lock.dag.pptx#"])
def test_a_paper_that_is_open_is_not_replaced(beside, tmp_path):
    write_papers(tmp_path, {"dag.pptx": b"1"})
    (tmp_path / beside).touch()
    with pytest.raises(DiagnosticError) as told:
        write_papers(tmp_path, {"dag.pptx": b"2"})
    assert told.value.diagnostic.code == "file-in-use"
    assert (tmp_path / "dag.pptx").read_bytes() == b"1"
