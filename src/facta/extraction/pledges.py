"""Who commits to what: pledges, promises and announced steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facta.codebook.pledges import Deed
from facta.extraction.binding import is_unbound
from facta.extraction.cast import Cast
from facta.extraction.committing import Commitments, commitments
from facta.extraction.context import Context
from facta.extraction.frames import cases
from facta.extraction.pledge_cues import Cue, cues_in, each_act, futures_in
from facta.extraction.pledge_parties import Parties
from facta.extraction.pledge_recipients import recipient_of
from facta.extraction.pledge_terms import condition_of, first_day, last_day
from facta.extraction.pledge_words import deed_of, degree_of, places_of, wording
from facta.extraction.possession import country_of
from facta.extraction.same_pledge import Wording, fold_wordings
from facta.extraction.statements import source_of
from facta.extraction.status import Marks, marks
from facta.extraction.times import time_of
from facta.extraction.tree import Tree
from facta.records import Act, Actor, Incident, PassageRole, Place, Pledge, Span, Statement, Strength, When, digest

_SILENT = frozenset({PassageRole.PROMOTION, PassageRole.CREDIT, PassageRole.BYLINE})


def find_pledges(
    context: Context,
    cast: Cast,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
    incidents: tuple[Incident, ...] = (),
) -> tuple[Pledge, ...]:
    """All pledges in text order, further wordings of one pledge folded into its first."""
    words, signs = commitments(context.codebook), marks(context.codebook)
    search = _Search(context, cast, places, times, statements, incidents, words, signs)
    return fold_wordings(list(search.wordings()))


class _Search:
    """One report's pledges in the making; holds what every step needs and changes none of it."""

    def __init__(
        self,
        context: Context,
        cast: Cast,
        places: tuple[Place, ...],
        times: tuple[When, ...],
        statements: tuple[Statement, ...],
        incidents: tuple[Incident, ...],
        words: Commitments,
        signs: Marks,
    ) -> None:
        self.context, self.cast, self.places, self.times = context, cast, places, times
        self.statements, self.words, self.signs = statements, words, signs
        self.parties = Parties(context, cast, statements, words)
        self.planned = {incident.trigger.start: incident for incident in incidents}

    def wordings(self) -> Iterator[Wording]:
        for tree in self.context.trees:
            if self.context.role(tree.sentence.span) in _SILENT or _is_question(tree):
                continue
            told: list[Span] = []
            for cue in cues_in(tree, self.words, self.signs):
                yield from self._told(cue, told, self._cued)
            for cue in futures_in(tree, self.words, self.signs):
                yield from self._told(cue, told, self._future)

    def _told(self, cue: Cue, told: list[Span], read: Callable[[Cue, Span], Wording | None]) -> Iterator[Wording]:
        """The wordings of one cue, unless its words are told already."""
        found = [(span, read(one, span)) for one in each_act(cue, self.signs, self._apart) if (span := wording(one))]
        fresh = [(span, worded) for span, worded in found if worded and not any(span.overlaps(s) for s in told)]
        told.extend(span for span, _ in fresh)
        yield from (worded for _, worded in fresh)

    def _clipped(self, cue: Cue, span: Span) -> Span:
        """The wording without a cue of speech at its end: "The army will leave the port, [the minister assured]"."""
        act = cue.tree.tokens[cue.act].span
        told = source_of(self.statements, act)
        content = next((c for c in told.content if c.covers(act)), None) if told else None
        tail = told is not None and told.cue is not None and content is not None and content.end <= told.cue.start
        inside = tail and told is not None and told.cue is not None and span.covers(told.cue)
        return Span(span.start, content.end) if inside and content is not None else span

    def _apart(self, one: Cue, other: Cue) -> bool:
        """Whether two acts beside each other are of different kinds."""
        first, second = self._deed(one), self._deed(other)
        if first is None or second is None:
            own = one.tree.child(one.act, "obj") is not None  # but "continue and step up the strikes"
            return one.strength == "commits" and one.cue != one.act and own
        return (first[0].type, first[0].mode) != (second[0].type, second[0].mode)

    def _cued(self, cue: Cue, span: Span) -> Wording | None:
        source = self._source(cue, span)
        by = self.parties.party(cue, source)
        against = next(self._objections(cue, source, by), None)
        if against is not None:
            self._drop(cue, against)
            return None
        return self._wording(cue, span, source, by)

    def _objections(self, cue: Cue, source: Statement | None, by: Actor | None) -> Iterator[str]:
        """What speaks against a pledge by a word that commits, each found when it is asked for."""
        kind, adjective = self._kind(cue), cue.tree.tokens[cue.cue].upos == "ADJ"
        others = source is not None and self.parties.others(by, source)
        if kind is None and (adjective or cue.strength in ("announces", "signs") or cue.weak or not cue.clause):
            yield "`deeds`: no deed of the page is promised, and the cue is too weak without one"
        if (kind is None or not cue.clause) and self.parties.is_civil(cue):
            yield "`civil`: a firm or a club promises no deed of the page"
        planned = cue.strength == "intends" and self.parties.compatriot(by, source)
        if cue.weak and (source is None or others) and not planned:
            yield "`weak`: the cue counts only on the party's own word"
        if cue.strength == "announces" and not self.parties.speaks_for(cue, source):
            yield "`announces`: the speaker does not speak for whoever is to do it"
        if kind is None and (others or cue.strength == "proposes"):
            yield "`deeds`: no deed of the page is promised, and it is told by somebody else or only proposed"
        if cue.strength == "announces" and not cue.clause and self._is_news_of_others(cue, kind, by):
            yield "`declaring`: the deed of others, or one that a mere future would not pledge"
        if cue.strength == "proposes" and self._is_mediated(cue, kind, by):
            yield "`between`, `outsiders`: it is proposed to others"
        yield from self._other_acts(cue, kind, by, source)

    def _future(self, cue: Cue, span: Span) -> Wording | None:
        source = self._source(cue, span)
        by = self.parties.party(cue, source)
        against = next(self._against_future(cue, source, by), None)
        if against is not None:
            self._drop(cue, against)
            return None
        return self._wording(cue, span, source, by)

    def _against_future(self, cue: Cue, source: Statement | None, by: Actor | None) -> Iterator[str]:
        """What speaks against a pledge by a clause in the future, each found when it is asked for."""
        kind = self._kind(cue)
        yield from self._other_acts(cue, kind, by, source)
        if any(self.signs.hedges.has(cue.tree.tokens[c]) for c in cue.tree.all_children(cue.act, "advmod")):
            yield "only likely"
        if source is None:
            if kind not in self.words.page.plain_future:
                yield "`plain_future`: a deed of this type is no pledge in the outlet's own voice"
            if not self.parties.is_party(cue):
                yield "the subject is no party that is known to decide on the deed"
            if cue.tree.relation(cue.act) == "ccomp":  # "analysts expect that Armenia will withdraw"
                yield "somebody else expects it"
            return
        if not self.parties.speaks_for(cue, source):
            yield "the speaker does not speak for whoever is to do it"
        if kind is None and (source.act is not Act.PROMISE or cue.passive or self.parties.is_civil(cue)):
            yield "`deeds`: no deed of the page is announced, and the statement is no promise"

    def _drop(self, cue: Cue, reason: str) -> None:
        """Tell whoever listens why there is no pledge."""
        trace = cue.tree.trace
        if trace.on:
            trace.dropped("pledge", cue.tree.tokens[cue.cue].span, self.words.rule(cue.tree, cue.cue), reason)

    def _tell(self, cue: Cue, pledge: Pledge) -> None:
        """Tell whoever listens by which entries the pledge was found."""
        trace, deed, deeds = cue.tree.trace, self._deed(cue), self.words.page.deeds
        if trace.on:
            listed = deed is not None and deed[0] in deeds
            promised = f"`deeds` {deeds.index(deed[0]) + 1}" if deed and listed else "`reread`" if deed else "`default`"
            rule = self.words.rule(cue.tree, cue.cue)
            reason = f"{pledge.type} by {promised}; {pledge.strength}"
            trace.fired("pledge", cue.tree.tokens[cue.cue].span, rule, reason, pledge.id)

    def _source(self, cue: Cue, span: Span) -> Statement | None:
        """On whose word the pledge stands; the wording may reach beyond the words quoted."""
        return source_of(self.statements, span) or source_of(self.statements, cue.tree.tokens[cue.act].span)

    def _deed(self, cue: Cue) -> tuple[Deed, bool] | None:
        """The promised deed and whether a verb tells it: by the page, else as the planned incident that it is."""
        known = deed_of(cue, self.words)
        planned = self.planned.get(cue.tree.tokens[cue.act].start)
        kind = self.words.page.reread.get(planned.type) if planned is not None and known is None else None
        return known if kind is None or planned is None else (Deed(type=kind, mode=planned.mode), cue.clause)

    def _kind(self, cue: Cue) -> str | None:
        deed = self._deed(cue)
        return deed[0].type if deed else None

    def _restrains(self, cue: Cue) -> bool:
        """Whether the party promises not to use force."""
        deed = self._deed(cue)
        return cue.negated and deed is not None and deed[1] and deed[0].type in self.words.page.violent

    def _is_mediated(self, cue: Cue, kind: str | None, by: Actor | None) -> bool:
        """Whether a party proposes what others are to do: a truce between two of them, or talks it will not hold."""
        tree, page = cue.tree, self.words.page
        outside = by is not None and bool(set(page.outsiders) & set((by.side or "").split()))
        parted = (c for i in tree.subtree(cue.act) for c in tree.all_children(i, "case"))
        return kind == page.restraint and (outside or self.words.between.any_in(tree, parted))

    def _is_news_of_others(self, cue: Cue, kind: str | None, by: Actor | None) -> bool:
        """Whether a deed that is announced is no deed of the party to come: "announced the retreat of the Russians"."""
        tree, state = cue.tree, country_of(by)
        doers = [
            c
            for c in tree.all_children(cue.act, "nmod", "amod")
            if not cases(tree, c) - tree.grammar.prepositions.partitives
        ]
        lands = {country_of(self.cast.actor(tree.index, c)) for c in doers} - {None, state}
        return bool(lands) or kind not in self.words.page.plain_future or kind in self.words.page.violent

    def _other_acts(self, cue: Cue, kind: str | None, by: Actor | None, source: Statement | None) -> Iterator[str]:
        """What else it is: mere words, what others hope, a refusal, talks that one side wants, a threat that no
        condition makes an answer."""
        page = self.words.page
        phrased = self.words.talking.phrase_at(cue.tree, cue.act)
        if phrased or (kind in (None, "CONSULT") and self.words.talking.any_in(cue.tree, [cue.act])):
            yield "`talking`: what is promised is only words"
        if is_unbound(cue.tree, cue.cue, self.words) or self.parties.guessed(cue, by, source):
            yield "`unbinding`: somebody hopes, demands, denies or predicts it"
        uttered = cue.cue == cue.act or cue.strength == "announces"
        if uttered and self.words.unbinding.any_in(cue.tree, [cue.act]):  # "would not forecast an offensive"
            yield "`unbinding`: the act itself only hopes, demands, denies or predicts"
        deed = self._deed(cue)
        if kind == "CONSULT" and not self.parties.is_joint(cue) and not (deed is not None and deed[0].alone):
            yield "talks that one side alone wants"
        abstains = kind is None and (cue.strength == "intends" or (not uttered and not self._defies(cue)))
        if cue.negated and not abstains and (kind is None or kind in page.refusable):
            yield "`refusable`: a refusal"
        if cue.negated or condition_of(cue, self.words, self.signs) is not None:
            return
        plain = uttered or (source is not None and source.act is Act.THREATEN)
        if kind in page.violent or (kind in page.threats and plain):
            yield "`violent`, `threats`: a threat"

    def _defies(self, cue: Cue) -> bool:
        """Whether the cue is one by which parties refuse: "vowed not to yield"."""
        return self.words.defiant.any_in(cue.tree, [cue.cue])

    # -------------------------------------------------------------------------------------------- records

    def _wording(self, cue: Cue, span: Span, source: Statement | None, by: Actor | None) -> Wording:
        span = self._clipped(cue, span)
        outside = tuple(t for t in self.times if t.span is None or not span.overlaps(t.span))  # no "by Saturday"
        days = (source.when if source else None, time_of(cue.tree, cue.cue, outside))
        told_on = self.context.report.published  # a later day is when it falls due
        past = (day for day in days if day and day in outside and day.start)
        said = next((day for day in past if told_on is None or (day.start and day.start <= told_on)), None)
        teller = self.parties.told_by(cue, by, source)
        deed, restrains = self._deed(cue), self._restrains(cue)
        kind, mode = (deed[0].type, deed[0].mode) if deed else (self.words.page.default, None)
        pledge = Pledge(
            id=digest(self.context.report.id, "pledge", span.start, span.end),
            by=by,
            text=span,
            act=span.of(self.context.text),
            type=self.words.page.restraint if restrains else kind,
            to=recipient_of(cue, kind, mode, by, self.cast, self.statements, self.words),
            degree=degree_of(cue, self.words),
            places=places_of(cue, self.places, self.words),
            from_on=first_day(cue, self.context, self.words, self.times),
            until_on=last_day(cue, self.context, self.words, self.times),
            condition=condition_of(cue, self.words, self.signs),
            source=source.id if source else None,
            said=said,
            hedged=teller is not None or (source is not None and source.hedged),
            negated=cue.negated and not restrains,
            strength=self._strength(cue, kind),
            told_by=teller,
        )
        self._tell(cue, pledge)
        return Wording(pledge, self._lemmas(cue), mode)

    def _strength(self, cue: Cue, kind: str) -> Strength:
        """How far the party binds itself; who offers help proposes nothing, and who announces an act commits to it."""
        if cue.strength == "announces":
            return Strength.COMMITS
        offered = self.words.cues["offers"][0].any_in(cue.tree, [cue.cue])
        gift = cue.strength == "proposes" and offered and kind in self.words.page.gifts
        return Strength.OFFERS if gift else Strength(cue.strength)

    def _lemmas(self, cue: Cue) -> frozenset[str]:
        tree = cue.tree
        content = [tree.tokens[i] for i in tree.subtree(cue.act)]
        return frozenset(t.lemma.casefold() for t in content if t.upos in ("NOUN", "VERB", "PROPN", "ADJ"))


def _is_question(tree: Tree) -> bool:
    return any(token.form == "?" for token in tree.tokens[-2:])
