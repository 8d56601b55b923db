"""The command line: one module per command; the only door to Typer and Rich, the only reader of the clock."""
