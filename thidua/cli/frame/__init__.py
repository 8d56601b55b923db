"""What every command stands in: table, options, pages of help, language, console, session, ends."""
