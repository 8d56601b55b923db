"""The register's own settings: thidua.yaml."""

from typing import Annotated, Literal

from thidua.model.fields import Record, doc

FORMAT = 1
"""The version of the files' shape that this program reads and writes."""


class Config(Record, frozen=True, kw_only=True):
    """What holds for the whole register."""

    format: Annotated[int, doc("version of the register's format")]
    language: Annotated[Literal["vi", "en"], doc("language of messages and reports")] = "vi"
    name: Annotated[str | None, doc("name of the register")] = None
    issuer: Annotated[str | None, doc("issuing body on reports")] = None
    superior: Annotated[str | None, doc("superior body on reports")] = None
    place: Annotated[str | None, doc("place name on reports")] = None
    note: Annotated[str | None, doc("remark")] = None
