from __future__ import annotations

import unicodedata

import pytest

from thidua.text.letters import slug
from thidua.text.ranks import RANKS, Rank, find_rank


def test_the_order_of_the_law() -> None:
    assert [rank.vi for rank in RANKS] == [
        "Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng",
        "Đại tá", "Thượng tá", "Trung tá", "Thiếu tá",
        "Đại úy", "Thượng úy", "Trung úy", "Thiếu úy",
        "Thượng sĩ", "Trung sĩ", "Hạ sĩ", "Binh nhất", "Binh nhì",
    ]  # fmt: skip
    assert [rank.order for rank in RANKS] == list(range(1, 18))


@pytest.mark.parametrize("rank", RANKS, ids=lambda rank: rank.code)
def test_each_rank_is_found_by_each_of_its_names(rank: Rank) -> None:
    written = (rank.code, rank.vi, rank.vi.upper(), unicodedata.normalize("NFD", rank.vi), rank.en, rank.en.lower())
    assert {find_rank(name) for name in written} == {rank}
    assert slug(rank.vi) == rank.code


@pytest.mark.parametrize(
    ("written", "code"), [("Đại uý", "dai-uy"), ("dai uy", "dai-uy"), ("Hạ sỹ", "ha-si"), ("  Trung  tá ", "trung-ta")]
)
def test_ranks_in_other_spellings(written: str, code: str) -> None:
    found = find_rank(written)
    assert found
    assert found.code == code


@pytest.mark.parametrize("written", ["", "Đại", "Nguyên soái", "tá"])
def test_what_is_no_rank(written: str) -> None:
    assert find_rank(written) is None
