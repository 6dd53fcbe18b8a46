"""A document is withdrawn by somebody, for a reason."""

from __future__ import annotations

import pytest

from legation.model.errors import UsageError
from legation.model.withdrawals import Withdrawal


@pytest.mark.parametrize(("by", "reason"), [("", "a forgery"), ("A. Reader", " ")])
def test_a_withdrawal_without_author_or_reason_is_refused(by: str, reason: str) -> None:
    with pytest.raises(UsageError) as refused:
        Withdrawal("sha256:0", "withdraw", by, reason)
    assert refused.value.code == "LG-U014"
