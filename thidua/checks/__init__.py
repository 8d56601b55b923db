"""What must hold across the register: one small function per rule, all of them in one tuple."""

from __future__ import annotations

from thidua.checks.rules import RULES, check, decidable

__all__ = ["RULES", "check", "decidable"]
