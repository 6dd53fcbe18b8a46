"""A trial: the extraction as the command line runs it, over all samples of a set, judged."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

from legation.documents import open_document
from legation.ledger.harvest import harvest, rules
from scoring.agreement import Row
from scoring.judging import Judgement, judge
from scoring.samples import Sample


def claims_of(sample: Sample) -> list[Row]:
    """The claims that the extraction takes from a sample, as rows of the claim contract.

    Claims that were refused since they do not point at their words are empty rows: they count.
    """
    taken = harvest(open_document(sample.path, uri=sample.path.name), *rules())
    refused: list[Row] = [{}] * taken.ungrounded
    return [*(claim.to_json() for claim in taken.claims), *refused]


def trial(sample: Sample) -> list[Judgement]:
    """The judgements on what the extraction takes from a sample."""
    return judge(sample, claims_of(sample))


def trials(samples: Iterable[Sample], workers: int = 2) -> list[Judgement]:
    """The judgements on all samples, in their order, whatever the number of workers."""
    with ProcessPoolExecutor(workers) as pool:
        return [one for judged in pool.map(trial, samples, chunksize=4) for one in judged]
