"""YAML and model, files, locks: the only door to the disk."""
