"""Views of the register and their rendering as Markdown and HTML."""
