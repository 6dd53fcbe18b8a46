"""`legation review`: what readers decide, recorded with author and reason, and reversible."""

from __future__ import annotations

import typer

from legation.doors.groups import GroupWithDefault
from legation.doors.reviewing import desk, files, verdicts

EXAMPLE = (
    "Example: legation review correct 3f2a9c --set when=2011-05 --by 'A. Reader' "
    "--reason 'the month stands in the next sentence' --ledger relations.ledger"
)

review = typer.Typer(
    cls=GroupWithDefault,
    help=(
        "Decide on claims and names; every answer follows, and nothing is lost. "
        "A decision is an entry with its author, reason and time: what is asked --as-of before "
        "still answers as it did. `legation review [A B]` goes through the claims that wait."
    ),
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
review.command("accept", epilog=verdicts.ACCEPT)(verdicts.accept)
review.command("reject", epilog=verdicts.REJECT)(verdicts.reject)
review.command("correct", epilog=verdicts.CORRECT)(verdicts.correct)
review.command("merge", epilog=verdicts.MERGE)(verdicts.merge)
review.command("split", epilog=verdicts.SPLIT)(verdicts.split)
review.command("undo", epilog=verdicts.UNDO)(verdicts.undo)
review.command("apply", epilog=files.APPLY)(files.apply)
review.command("export", epilog=files.EXPORT)(files.export)
review.command("desk", epilog=desk.DESK)(desk.desk)
