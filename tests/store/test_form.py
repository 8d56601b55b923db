"""The canonical form keeps what a hand wrote, comments included."""

from __future__ import annotations

import pytest

from thidua.store.emit import emit
from thidua.store.form import canonical
from thidua.store.load import load

FILE = "periods/2024/cum-001/nominations/don-vi-001.yaml"

BY_HAND = """\
# Đơn vị 001 nộp ngày 20/11
nominations:

    -   nominee:   don-vi-001   # tập thể
        honour: "co-thi-dua"
        merits: |
          # không phải ghi chú

    # người thứ nhất
    - honour: chien-si-thi-dua
      nominee: {person: nguoi-001, name: "Người #1"}
# hết
"""

CANONICAL = """\
# Đơn vị 001 nộp ngày 20/11
nominations:
  # tập thể
  - nominee: don-vi-001
    honour: co-thi-dua
    merits: |
      # không phải ghi chú
  # người thứ nhất
  - nominee:
      person: nguoi-001
      name: "Người #1"
    honour: chien-si-thi-dua
# hết
"""


def test_layout_changes_and_comments_stay() -> None:
    document = load(FILE, BY_HAND.encode()).document
    assert document is not None
    assert canonical(BY_HAND, document.content, document.kind) == CANONICAL


def test_the_canonical_form_of_the_canonical_form_is_itself() -> None:
    document = load(FILE, CANONICAL.encode()).document
    assert document is not None
    assert canonical(CANONICAL, document.content, document.kind) == CANONICAL


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200b", "\u2028", "\xad", "\ufe0f", "\x7f", "\x9b", "\U000e0041"]
)
def test_what_is_unseen_is_written_as_an_escape_and_stays_one(sign: str) -> None:
    escape = f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08x}"
    text = f'units:\n  - id: bo\n    kind: police\n    names:\n      - name: "Công{escape} an"\n'
    loaded = load("units/bo.yaml", text.encode()).document
    assert loaded is not None
    assert emit(loaded.content, loaded.kind) == text
    assert canonical(text, loaded.content, loaded.kind) == text


def test_comments_behind_brackets_and_behind_the_sign_of_a_block_stay() -> None:
    text = (
        "nominations:\n  - nominee: don-vi-001\n    honour: co-thi-dua\n"
        "    merits: |  # lời của đơn vị\n      một\n      # hai\n    sources: [{title: Biên bản}]  # trang cuối\n"
    )
    document = load(FILE, text.encode()).document
    assert document is not None
    assert "    # lời của đơn vị\n    merits: |\n" in canonical(text, document.content, document.kind)
    assert "    # trang cuối\n    sources:\n" in canonical(text, document.content, document.kind)
