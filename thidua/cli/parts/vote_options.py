"""The options of thidua vote."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.frame.language import N_

Figure = int | None
Words = list[str] | None

VoteId = Annotated[
    str | None, typer.Argument(metavar=N_("ID"), help=N_("the vote, by id or question; otherwise the only one due"))
]
NewId = Annotated[
    str | None, typer.Argument(metavar=N_("ID"), help=N_("an id for the vote; otherwise made from its method"))
]
Question = Annotated[
    str | None, typer.Option("--question", metavar=N_("TEXT"), help=N_("the question put to the vote"))
]
Candidates = Annotated[
    Words,
    typer.Option(
        "--candidate",
        metavar=N_("NOMINEE:HONOUR"),
        help=N_("a nomination put to the vote; may be repeated; otherwise all on which nothing is decided"),
    ),
]
Method = Annotated[
    str | None,
    typer.Option(
        "--method",
        metavar="ballot|show-of-hands|written-opinion|acclamation|agreement",
        help=N_("how it is decided; otherwise as the regulation says"),
    ),
]
Secret = Annotated[
    bool | None,
    typer.Option("--secret/--open", help=N_("whether the ballot is secret; otherwise as the regulation says")),
]
Threshold = Annotated[
    str | None,
    typer.Option(
        "--threshold", metavar=N_("SHARE"), help=N_("the share needed, such as 2/3; otherwise as the regulation says")
    ),
]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar="entitled|present|issued|returned|valid", help=N_("what it is a share of")),
]
MoreThan = Annotated[
    bool | None,
    typer.Option("--more-than", help=N_("the share must be passed, as in more than half"), show_default=False),
]
Seats = Annotated[Figure, typer.Option("--seats", help=N_("the most that may be chosen; otherwise no limit"))]
Entitled = Annotated[
    Figure, typer.Option("--entitled", help=N_("how many votes there are, where the members on record do not say it"))
]
ElectorateDate = Annotated[
    str | None,
    typer.Option(
        "--electorate-date",
        metavar=N_("DATE"),
        help=N_("members on this day may vote; otherwise the day of opening, of the meeting, or today"),
    ),
]
Opening = Annotated[str | None, typer.Option("--opened", metavar=N_("DATE"), help=N_("the day of opening"))]
Event = Annotated[
    str | None, typer.Option("--event", metavar=N_("EVENT"), help=N_("the meeting of the period: id or name"))
]
Present = Annotated[Figure, typer.Option("--present", help=N_("voters present"))]
Issued = Annotated[Figure, typer.Option("--issued", help=N_("ballots issued"))]
Returned = Annotated[Figure, typer.Option("--returned", help=N_("ballots returned"))]
Valid = Annotated[Figure, typer.Option("--valid", help=N_("valid ballots"))]
Invalid = Annotated[Figure, typer.Option("--invalid", help=N_("invalid ballots"))]
VotesFor = Annotated[
    Words,
    typer.Option(
        "--for", metavar=N_("NOMINEE=N"), help=N_("votes for a candidate, or NOMINEE:HONOUR=N; may be repeated")
    ),
]
Against = Annotated[
    Words, typer.Option("--against", metavar=N_("NOMINEE=N"), help=N_("votes against a candidate; may be repeated"))
]
Blank = Annotated[
    Words, typer.Option("--blank", metavar=N_("NOMINEE=N"), help=N_("votes neither for nor against; may be repeated"))
]
Counting = Annotated[str | None, typer.Option("--date", metavar=N_("DATE"), help=N_("the day of the count"))]
Replace = Annotated[bool, typer.Option("--replace", help=N_("put these figures in the place of those recorded"))]
Chosen = Annotated[
    Words,
    typer.Option(
        "--chosen",
        metavar=N_("NOMINEE"),
        help=N_("who was chosen without a count, by acclamation or agreement; may be repeated"),
    ),
]
Stated = Annotated[
    Words,
    typer.Option(
        "--stated",
        metavar=N_("NOMINEE:HONOUR=RESULT"),
        help=N_("a result that the source states without figures, such as chosen or not-chosen; may be repeated"),
    ),
]
Closing = Annotated[
    str | None,
    typer.Option(
        "--day",
        metavar=N_("DATE"),
        help=N_("the day of closing; otherwise that of the count, of the meeting, or today"),
    ),
]
