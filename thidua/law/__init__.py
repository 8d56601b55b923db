"""Law: dated values with their references, and what figures come to by them."""
