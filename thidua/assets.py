"""Finds what ships beside the code: the built-in templates and the sample register."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def asset(*parts: str) -> Path:
    """A folder or file of ``templates/`` or ``data/``, as in ``asset("templates", "md")``.

    An installed wheel carries them in ``thidua/_assets``; in a checkout they lie beside the package, so that an edit
    shows at once. Raises FileNotFoundError.
    """
    for root in (_PACKAGE / "_assets", _PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
