"""Police ranks in their order (Law on the People's Public Security Forces 2018, Article 21)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from thidua.text.letters import fold


class Rank(NamedTuple):
    """A rank; ``order`` counts from 1, the highest. ``code`` is what the register stores."""

    code: str
    vi: str
    en: str
    order: int


RANKS = tuple(
    Rank(code, vi, en, order)
    for order, (code, vi, en) in enumerate(
        (
            ("dai-tuong", "Đại tướng", "General"),
            ("thuong-tuong", "Thượng tướng", "Colonel General"),
            ("trung-tuong", "Trung tướng", "Lieutenant General"),
            ("thieu-tuong", "Thiếu tướng", "Major General"),
            ("dai-ta", "Đại tá", "Colonel"),
            ("thuong-ta", "Thượng tá", "Senior Lieutenant Colonel"),
            ("trung-ta", "Trung tá", "Lieutenant Colonel"),
            ("thieu-ta", "Thiếu tá", "Major"),
            ("dai-uy", "Đại úy", "Captain"),
            ("thuong-uy", "Thượng úy", "Senior Lieutenant"),
            ("trung-uy", "Trung úy", "Lieutenant"),
            ("thieu-uy", "Thiếu úy", "Second Lieutenant"),
            ("thuong-si", "Thượng sĩ", "Master Sergeant"),
            ("trung-si", "Trung sĩ", "Sergeant"),
            ("ha-si", "Hạ sĩ", "Corporal"),
            ("binh-nhat", "Binh nhất", "Private First Class"),
            ("binh-nhi", "Binh nhì", "Private"),
        ),
        start=1,
    )
)
"""All ranks, the highest first."""


@cache
def _by_key() -> dict[str, Rank]:
    return {fold(name): rank for rank in RANKS for name in (rank.code, rank.vi, rank.en)}


def find_rank(written: str) -> Rank | None:
    """The rank meant by a code, a Vietnamese or an English name, in any spelling: "Đại uý", "dai uy", "Hạ sỹ"."""
    return _by_key().get(fold(written))
