"""What the records are, frozen and typed, and what time means for them."""
