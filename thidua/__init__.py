"""A register of emulation and commendation (thi đua, khen thưởng) kept as plain YAML under git."""

__version__ = "0.1.0"
