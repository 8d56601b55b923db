"""thidua report: writes a report, or holds a committed one against the register."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from thidua.cli.frame.app import App, examples
from thidua.cli.frame.exits import ExitCode, Failure
from thidua.cli.frame.language import LANGUAGES, N_, voice
from thidua.cli.frame.options import Cluster, Period
from thidua.cli.frame.session import Session
from thidua.cli.parts.asking import quoted
from thidua.cli.parts.reading import Opened, open_register
from thidua.text.days import last
from thidua.text.lookup import search
from thidua.text.say import Message, msg

if TYPE_CHECKING:
    from thidua.model.register import Register
    from thidua.reports.render import Format

FORMATS: dict[str, Literal["md", "html"]] = {"md": "md", "html": "html"}
_ENDINGS = {"": "md", "markdown": "md", "htm": "html", **FORMATS}
_WITH_THOSE_ABOVE = ("-p",) if os.name == "posix" else ()
_STAMP = re.compile(r"<!-- thidua report (?P<words>[a-z0-9 -]+) -->\s*\Z")

_WORDS = ("report", "body", "period")

_NAMES = {"commendations": msg("commendations"), "rotation": msg("rotation"), "summary": msg("summary")}
"""What a clerk calls each report."""

app = App()


class Order(NamedTuple):
    """Which report, of what, in what form, as of when. Stands at the foot of the report, so that --check can repeat it."""

    kind: str
    body: str | None
    period: str | None
    form: Format
    lang: str
    today: date

    def words(self) -> str:
        """As typed behind ``thidua report``."""
        options = f"--format {self.form} --lang {self.lang} --today {self.today.isoformat()}"
        return " ".join(filter(None, (self.kind, self.body, self.period, options)))

    @classmethod
    def read(cls, words: str) -> Order | None:
        """The order in these words; None if it is none."""
        names, _, options = words.partition(" --format ")
        kind, *of = names.split(" ")
        found = re.fullmatch(r"(md|html) --lang (vi|en) --today (\d{4}-\d\d-\d\d)", options)
        if found is None or len(of) > 2:  # noqa: PLR2004 - body and period
            return None
        body, period = (*of, None, None)[:2]
        return cls(kind, body, period, FORMATS[found[1]], found[2], date.fromisoformat(found[3]))


@app.command(
    "report",
    help=N_("Write a report as Markdown or HTML: commendations, rotation, summary"),
    examples=examples(
        "thidua report summary bca-cum-5 2024",
        "thidua report summary 'cum thi dua so 5' 2024 --format html -o bao-cao.html",
        "thidua report rotation bca-cum-5",
        "thidua report commendations --period 2024",
    ),
)
def report(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("REPORT [CLUSTER] [PERIOD]"),
            help=N_(
                "commendations, rotation or summary; a cluster or unit and a period, otherwise all; with --check files"
            ),
        ),
    ] = None,
    cluster: Cluster = None,
    period: Period = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="md|html", help=N_("md (Markdown) or html; otherwise as the file is named")
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("write to this file; - is standard output")),
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help=N_("say whether the reports in these files are still what the register says")),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help=N_("replace the file if it is there"))] = False,
) -> None:
    session = Session.of(ctx)
    if check:
        _check(session, [Path(word) for word in words or ()])
        return
    if len(words or ()) > len(_WORDS):
        raise Failure(
            ExitCode.USAGE,
            msg("Too many words: {words}.", words=" ".join((words or [])[len(_WORDS) :])),
            msg("More: {command}", command="thidua report --help"),
        )
    kind, body, of_period = (*(words or ()), None, None, None)[: len(_WORDS)]
    if cluster:
        body, of_period = cluster, of_period or body
    order = _order(session, opened := open_register(session), kind, body, of_period or period, _form(form, output))
    text = _written(opened, order)
    if output is None or str(output) == "-":
        session.console.out(text)
    else:
        _save(session, session.here / output, text, force=force)


def _form(form: str | None, output: Path | None) -> Format:
    ending = output.suffix.removeprefix(".").lower() if output else ""
    if ending not in _ENDINGS:
        raise Failure(
            ExitCode.USAGE,
            msg("A report is not written as {ending}, only as {formats}.", ending=ending, formats=", ".join(FORMATS)),
            msg("For Word or PDF write {file} and open it in Word, or print it from the browser.", file=_page(output)),
        )
    wanted = _ENDINGS.get(form if form is not None else ending)
    if wanted is None:
        raise Failure(ExitCode.USAGE, msg("{value} is not one of: {choices}.", value=form, choices=", ".join(FORMATS)))
    return FORMATS[wanted]


def _page(output: Path | None) -> Path:
    return (output or Path("bao-cao")).with_suffix(".html")


def _order(
    session: Session, opened: Opened, kind: str | None, body: str | None, period: str | None, form: Format
) -> Order:
    """What is asked for, names resolved. Raises Failure where a name fits no report, body or period."""
    from thidua.cli.parts.naming import body_then_period, resolve, resolve_period
    from thidua.reports.report import REPORTS
    from thidua.text.nearest import nearest

    kind = _kind(session, kind)
    if kind is None or kind not in REPORTS:
        near = nearest(kind or "", REPORTS, 1)
        raise Failure(
            ExitCode.USAGE,
            msg("There is no report “{kind}”.", kind=kind) if kind else msg("Which report is not said."),
            *([msg("Did you mean: {near}?", near=near[0])] if near else []),
            msg("There are: {known}.", known=", ".join(REPORTS)),
            msg("For example: {command}", command="thidua report summary"),
        )
    body_then_period(opened.register, f"thidua report {kind}", body, period)
    named = resolve(opened.register, "bodies", body) if body else None
    if named and period and not any(each == period for each, _ in opened.register.periods):
        resolve_period(opened.register, named, period)
    today = _day(opened.register, named, period, session.today())
    return Order(kind, named, period, form, session.console.voice.lang, today)


def _kind(session: Session, typed: str | None) -> str | None:
    """The report by its own name or the word of either language, accents optional; what is typed where it is none."""
    voices = (session.console.voice, voice("vi"))
    found = search(typed or "", ((kind, tuple(each(word) for each in voices)) for kind, word in _NAMES.items()))
    return found[0] if len(found) == 1 else typed


def _day(register: Register, body: str | None, period: str | None, today: date) -> date:
    """The day that the report speaks from: today, or the end of the period asked for, where it is over.

    So the report of a past period is the same, to the byte, whenever it is written.
    """
    ends = [last(each.until) for (name, of), each in register.periods.items() if name == period and body in (None, of)]
    return min(today, max(ends, default=today))


def _written(opened: Opened, order: Order) -> str:
    from thidua.cli.parts.delivering import procedure
    from thidua.reports.report import report as write_report

    with procedure():
        text = write_report(
            opened.register,
            order.kind,
            order.body,
            order.period,
            fmt=order.form,
            voice=voice(order.lang),
            today=order.today,
        )
    return f"{text}\n<!-- thidua report {order.words()} -->\n"


def _save(session: Session, path: Path, text: str, *, force: bool) -> None:
    if not path.parent.is_dir():
        raise Failure(
            ExitCode.ENVIRONMENT,
            msg("There is no folder {folder}; nothing was written.", folder=path.parent),
            msg("To make it: {command}", command=quoted(["mkdir", *_WITH_THOSE_ABOVE, str(path.parent)])),
        )
    before = path.read_bytes() if path.exists() else None
    after = text.encode()
    if before == after:
        session.console.say(msg("Nothing to change: {event}.", event=path))
        return
    if before is not None and not force:
        raise Failure(
            ExitCode.USAGE,
            msg("{file} is there already; nothing was written.", file=path),
            msg("To replace it: {option}", option="--force"),
            msg(
                "To see whether it is still right: {command}",
                command=quoted(["thidua", "report", "--check", str(path)]),
            ),
        )
    path.write_bytes(after)
    session.console.say(msg("Written: {file}", file=path))


def _check(session: Session, files: list[Path]) -> None:
    """Rebuilds each report from what stands at its foot. Raises Failure naming each that is no longer right."""
    if not files:
        raise Failure(
            ExitCode.USAGE,
            msg("Which file is to be checked is not said."),
            msg("For example: {command}", command="thidua report --check bao-cao.md"),
        )
    opened = open_register(session)
    stale: list[Message] = []
    for file in files:
        now = (session.here / file).read_text(encoding="utf-8")
        stamp = _STAMP.search(now)
        order = Order.read(stamp["words"]) if stamp else None
        if order is None or order.lang not in LANGUAGES:
            stale.append(msg("{file} does not say at its foot which report it is.", file=file))
        elif _written(opened, order) != now:
            stale.append(
                msg(
                    "{file} is not what the register says now. To renew it: {command}",
                    file=file,
                    command=f"thidua report {order.words()} -o {quoted([str(file)])} --force",
                )
            )
        else:
            session.console.say(msg("{file} is what the register says.", file=file))
    if stale:
        raise Failure(ExitCode.PROBLEMS, *stale)
