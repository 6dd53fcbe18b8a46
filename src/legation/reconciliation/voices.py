"""Which of the documents that attest a fact are independent of each other, and why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from legation.model.attestations import Attestations, Voice
from legation.model.claims import Claim
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.pages import host_of, hosts_named, page_of
from legation.reconciliation.retelling import Retellings
from legation.reconciliation.rules import rule
from legation.reconciliation.wording import echoes

Tie = tuple[str, str, str]
"""Two documents that are one voice, and the name of the rule that says so."""

NO_RETELLINGS = Retellings(())


def attestations(
    claims: Sequence[Claim], retellings: Callable[[], Retellings] = lambda: NO_RETELLINGS
) -> Attestations:
    """The independent voices among the documents of `claims`, in a fixed order.

    `retellings` gives what is known of the documents beyond these claims; it is only asked for
    where there are several documents.

    >>> attestations([]).independent
    0
    """
    if len(claims) == 1:
        return Attestations((Voice((claims[0].id,), (claims[0].source.document,), ()),))
    by_document: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        by_document[claim.source.document].append(claim.id)
    ties = _ties(claims, retellings()) if len(by_document) > 1 else []
    return Attestations(
        tuple(_voice(group, by_document, ties) for group in _joined(by_document, ties))
    )


@rule("one-page-is-one-voice", INFERENCE)
def one_page(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """Documents from one place, its mirrors, archives, translations by its own site and earlier
    editions among them, are one source."""
    held: dict[str, str] = {}
    for document, uri in sorted({(claim.source.document, claim.source.uri) for claim in claims}):
        page = page_of(uri)
        if page is not None and held.setdefault(page, document) != document:
            yield held[page], document


@rule("the-same-words-are-one-voice", INFERENCE)
def same_words(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Documents that say a thing in nearly the same eight words or more, in one language, are one
    source for it."""
    return echoes(claims)


@rule("who-names-a-source-repeats-it", INFERENCE)
def named_source(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """A document whose words name the site of another as they say a thing repeats what that one
    says."""
    sites: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: claim.source.document):
        host = host_of(claim.source.uri)
        if host:
            sites.setdefault(host, claim.source.document)
    for claim in claims:
        named = hosts_named(claim.source.quote) & sites.keys() if sites else set()
        for host in sorted(named - {host_of(claim.source.uri)}):
            yield sites[host], claim.source.document


def _ties(claims: Sequence[Claim], retellings: Retellings) -> list[Tie]:
    found = [(*pair, "one-page-is-one-voice") for pair in one_page(claims)]
    found += [(*pair, "the-same-words-are-one-voice") for pair in same_words(claims)]
    found += [(*pair, "who-names-a-source-repeats-it") for pair in named_source(claims)]
    return [*found, *retellings.of(claim.source.document for claim in claims)]


def _joined(documents: Iterable[str], ties: Iterable[Tie]) -> list[list[str]]:
    """The documents in groups that the ties join, each in order, in the order of their first."""
    groups = {document: [document] for document in documents}
    for one, other, _ in ties:
        if groups[one] is not groups[other]:
            whole = groups[one] + groups[other]
            groups.update(dict.fromkeys(whole, whole))
    once = {id(group): sorted(group) for group in groups.values()}
    return sorted(once.values())


def _voice(group: list[str], by_document: dict[str, list[str]], ties: Iterable[Tie]) -> Voice:
    names = {name for one, _, name in ties if one in group} if len(group) > 1 else set()
    claims = sorted(id_ for document in group for id_ in by_document[document])
    return Voice(tuple(claims), tuple(group), tuple(sorted(names)))
