"""Natural keys: what is told apart and what is the same."""

from __future__ import annotations

from typing import Any

import pytest

from thidua.model.common import Recipient
from thidua.model.keys import recipient_key


@pytest.mark.parametrize(
    ("who", "key"),
    [
        ("ca-a", "ca-a"),
        ({"person": "p-1", "name": "A", "unit": "ca-a"}, "person:p-1"),
        ({"group": "not-named", "unit": "ca-a"}, "group:not-named@ca-a"),
        ({"group": "not-named", "kind": "collective", "unit": "ca-a"}, "group:not-named:collective@ca-a"),
        ({"group": "not-named", "kind": "individual", "unit": "ca-a"}, "group:not-named:individual@ca-a"),
        ({"name": "Đội 2", "unit": "ca-a"}, "name:Đội 2@ca-a"),
    ],
)
def test_collectives_and_individuals_nobody_named_are_two(who: Any, key: str) -> None:
    assert recipient_key(who if isinstance(who, str) else Recipient(**who)) == key
