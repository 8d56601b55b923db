"""The clerk's procedures: Register in, Change out."""
