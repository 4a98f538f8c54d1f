"""Scores which deeds told in different reports are one deed, on ECB+, and prints precision, recall and F1 of pairs.

    python -m quality.score_deeds FOLDER [--topics 1-10] [--keep FILE]

Gold are pairs of coreferent events in two reports of a topic, of the types that facta codes as deeds: at least half of
the event's mentions are told by an incident of a type that is done and not only said; the others count as missed. A
pair that facta joins counts when both its words are gold mentions. ECB+ tells a shooting and the deaths in it as two
events, facta as one deed with two triggers: where both reports tell one gold event by the joined incidents, pairs of
its other triggers are neither right nor wrong; the last score counts them as wrong. `--keep FILE` keeps what was read,
for the next run. Thresholds are chosen on topics 1-10.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from facta.codebook import Codebook
from facta.codebook.thresholds import thresholds
from facta.crosscheck import check
from facta.records import Claims, CrossCheck, Span
from facta.stories import group, resolve
from quality.score_stories import ecbplus, read

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """One gold mention of an event."""

    key: str
    topic: str
    report: str
    span: Span
    words: str
    chain: str


def events(folder: Path, reports: dict[str, Claims]) -> Iterator[Event]:
    """All mentions of events in the reports, which are known by path."""
    for path, claims in sorted(reports.items()):
        root = ElementTree.parse(folder / f"{path}.xml").getroot()
        offsets = _offsets(root, claims.report.text)
        chains = _chains(root)
        for mark in root.findall("Markables/*"):
            anchors = [offsets[str(a.get("t_id"))] for a in mark.findall("token_anchor")]
            if anchors and re.match(r"(NEG_)?ACTION", mark.tag):
                key, span = f"{path} {mark.get('m_id')}", Span.around(anchors)
                chain = chains.get(str(mark.get("m_id")), key)
                yield Event(key, path.split("/")[0], claims.report.id, span, span.of(claims.report.text), chain)


def _offsets(root: ElementTree.Element, text: str) -> dict[str, Span]:
    """Where each token stands, found one after the other."""
    found, end = {}, 0
    for token in root.iter("token"):
        form = token.text or ""
        start = text.index(form, end)
        end = start + len(form)
        found[str(token.get("t_id"))] = Span(start, end)
    return found


def _chains(root: ElementTree.Element) -> dict[str, str]:
    """Event by mention."""
    found = {}
    for relation in root.iter("CROSS_DOC_COREF"):
        for source in relation.findall("source"):
            found[str(source.get("m_id"))] = str(relation.get("note"))
    return found


def coded(every: Sequence[Event], told: set[str]) -> set[str]:
    """Events of which at least half of the mentions are told by a word of deed."""
    by_chain: dict[str, list[bool]] = defaultdict(list)
    for event in every:
        by_chain[event.chain].append(event.key in told)
    return {chain for chain, known in by_chain.items() if 2 * sum(known) >= len(known)}


def gold_pairs(every: Sequence[Event], told: set[str]) -> set[Pair]:
    """Pairs of mentions of one event in two reports; `told` are the mentions that facta codes as deeds."""
    chosen = coded(every, told)
    by_chain: dict[str, list[Event]] = defaultdict(list)
    for event in every:
        if event.chain in chosen:
            by_chain[event.chain].append(event)
    return {_pair(a, b) for same in by_chain.values() for a, b in combinations(same, 2) if a.report != b.report}


def _pair(one: Event, other: Event) -> Pair:
    return (one.key, other.key) if one.key < other.key else (other.key, one.key)


def telling(every: Sequence[Event], everything: Sequence[Claims]) -> dict[str, list[str]]:
    """The deeds that tell each gold mention, by the mention's key."""
    types = thresholds().deeds.types
    by_report: dict[str, list[Event]] = defaultdict(list)
    for event in every:
        by_report[event.report].append(event)
    found: dict[str, list[str]] = defaultdict(list)
    for claims in everything:
        for incident in (i for i in claims.incidents if i.type in types):
            for event in by_report[claims.report.id]:
                if any(s.overlaps(event.span) for s in (incident.trigger, *incident.evidence)):
                    found[event.key].append(incident.id)
    return found


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of gold mentions, of any type, that facta takes for one deed; those of `parts` share an event."""

    pairs: set[Pair]
    parts: set[Pair]


def found_pairs(every: Sequence[Event], checks: Sequence[CrossCheck], told: dict[str, list[str]]) -> Joined:
    """All pairs in two reports of one topic whose incidents are in one group."""
    group_of = {claim: g.id for found in checks for g in found.groups if g.kind == "incident" for claim in g.claims}
    joined: dict[str, dict[str, Event]] = defaultdict(dict)
    chains: dict[str, set[str]] = defaultdict(set)
    for event in every:
        for incident in told.get(event.key, ()):
            if incident in group_of:
                joined[group_of[incident]][event.key] = event
                chains[incident].add(event.chain)
    events_of = {key: set().union(*(chains[i] for i in incidents)) for key, incidents in told.items()}
    across = [
        (a, b)
        for members in joined.values()
        for a, b in combinations(members.values(), 2)
        if a.report != b.report and a.topic == b.topic
    ]
    parts = {_pair(a, b) for a, b in across if a.chain != b.chain and events_of[a.key] & events_of[b.key]}
    return Joined({_pair(a, b) for a, b in across}, parts)


def score_deeds(folder: Path, everything: Sequence[Claims]) -> dict[str, float]:
    """Precision, recall and F1 over the reports read, through stories as facta finds them."""
    every = list(events(folder, {claims.report.path or "": claims for claims in everything}))
    told = telling(every, everything)
    found, gold = found_pairs(every, checked(everything), told), gold_pairs(every, set(told))
    names = ("same deed P", "same deed R", "same deed F1")
    fair = dict(zip(names, _scores(found.pairs - (found.parts - gold), gold), strict=True))
    return fair | {"same deed F1, parts wrong": _scores(found.pairs, gold)[2]}


def _scores(found: set[Pair], gold: set[Pair]) -> tuple[float, float, float]:
    precision, recall = len(found & gold) / max(1, len(found)), len(found & gold) / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def checked(everything: Sequence[Claims]) -> list[CrossCheck]:
    entities, by_report = resolve(everything), {claims.report.id: claims for claims in everything}
    codebook = Codebook.load("en")
    return [
        check(story, [by_report[r] for r in story.reports], entities, codebook) for story in group(everything, entities)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", default="1-22")
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    first, last = map(int, arguments.topics.split("-"))
    labelled = [(story, r) for story, r in ecbplus(arguments.folder) if first <= int(story.split()[0]) <= last]
    for name, value in score_deeds(arguments.folder, read(labelled, arguments.keep)).items():
        print(f"{name:<26} {value:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
