"""A command of every kind, so that the frame of the command line is tried without any real one."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.commands import COMMANDS, Entry
from thidua.cli.frame.console import Column
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.options import Json
from thidua.cli.frame.session import Session
from thidua.text.say import msg

TABLE = (*COMMANDS, Entry("demo", "tests.cli.demo", msg("Thử"), msg("Thử")))

app = App(help="Thử khung dòng lệnh")


class Form(Enum):
    ballot = "ballot"
    hands = "hands"


@app.command("read", help="Đọc mọi loại giá trị", examples=examples("thidua demo read 3 --score 1.5 --name A"))
def read(
    ctx: typer.Context,
    count: Annotated[int, typer.Argument(metavar="SỐ_PHIẾU", help="số phiếu")],
    name: Annotated[str, typer.Option("--name", metavar="TÊN", help="tên")],
    score: Annotated[float, typer.Option("--score", help="điểm")] = 0.5,
    share: Annotated[int, typer.Option("--share", min=1, max=9, help="phần")] = 1,
    form: Annotated[Form, typer.Option("--form", help="cách")] = Form.ballot,
) -> None:
    Session.of(ctx).console.out(f"{count} {name} {score} {share} {form.value}")


@app.command("know", help="Nói điều phiên làm việc biết", examples=examples("thidua demo know"))
def know(ctx: typer.Context, *, json: Json = False) -> None:
    session = Session.of(ctx)
    console = session.console
    console.say(msg("thidua: {sentence}", sentence=msg("Examples")))
    console.detail(msg("Options"))
    if json:
        console.json({"today": session.today(), "tên": "Hưng Yên"})
    else:
        console.out(f"{session.today()} {session.register()}")


@app.command("write", help="Đòi sổ để ghi", examples=examples("thidua demo write"))
def write(ctx: typer.Context) -> None:
    Session.of(ctx).register(writing=True)


@app.command("table", help="In bảng", examples=examples("thidua demo table 3"))
def table(ctx: typer.Context, rows: Annotated[int, typer.Argument(metavar="SỐ", help="số dòng")]) -> None:
    Session.of(ctx).console.table(
        [Column(msg("UNIT"), whole=True), Column(msg("TEXT")), Column(msg("NUMBER"), right=True)],
        [(f"ca-thanh-pho-ho-chi-minh-{n:05}", "Công an Thành phố\x1b[31m [khối] :smile: " * 3, n) for n in range(rows)],
    )


@app.command("fail", help="Hỏng theo cách được gọi", examples=examples("thidua demo fail bug"))
def fail(ctx: typer.Context, how: Annotated[str, typer.Argument(metavar="CÁCH", help="cách hỏng")]) -> None:
    match how:
        case "bug":
            raise KeyError(how)
        case "disk":
            raise PermissionError(13, "Permission denied", "so.yaml")
        case "stop":
            raise KeyboardInterrupt
        case "problems":
            raise typer.Exit(ExitCode.PROBLEMS)
        case "doubt":
            raise Failure(ExitCode.DOUBT, msg("In doubt: a person has to decide."))
