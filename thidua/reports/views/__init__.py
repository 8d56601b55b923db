"""Register to plain objects: everything a report says, with its sources, before any format is chosen."""
