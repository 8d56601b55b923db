"""Leaves: Vietnamese letters, dates, ranks, numbers, and sentences as values. Imports nothing of thidua."""
