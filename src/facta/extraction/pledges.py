"""Who commits to what: pledges, promises and announced steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from facta.codebook.offices import Offices
from facta.extraction.cast import Cast
from facta.extraction.committing import Commitments, commitments, speaker_at
from facta.extraction.context import Context
from facta.extraction.phrases import phrase
from facta.extraction.pledge_cues import Cue, cues_in, each_act, futures_in
from facta.extraction.pledge_words import condition_of, deed_of, degree_of, first_day, last_day, places_of, wording
from facta.extraction.possession import country_of
from facta.extraction.same_deed import other_actor
from facta.extraction.same_pledge import Wording, fold_wordings
from facta.extraction.statements import source_of
from facta.extraction.status import Marks, marks
from facta.extraction.times import time_of
from facta.extraction.together import together
from facta.extraction.tree import Tree
from facta.records import Act, Actor, NameKind, PassageRole, Place, Pledge, Span, Statement, When, digest
from facta.text import fold

_SILENT = frozenset({PassageRole.PROMOTION, PassageRole.CREDIT, PassageRole.BYLINE})


def find_pledges(
    context: Context,
    cast: Cast,
    places: tuple[Place, ...],
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
) -> tuple[Pledge, ...]:
    """All pledges in text order, further wordings of one pledge folded into its first."""
    words, signs = commitments(context.codebook), marks(context.codebook)
    search = _Search(context, cast, places, times, statements, words, signs)
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
        words: Commitments,
        signs: Marks,
    ) -> None:
        self.context, self.cast, self.places, self.times = context, cast, places, times
        self.statements, self.words, self.signs = statements, words, signs
        self.local = frozenset(map(fold, context.codebook.page("offices", Offices).local))

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
        found = [(span, read(one, span)) for one in each_act(cue, self._apart) if (span := wording(one))]
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
        first, second = deed_of(one, self.words), deed_of(other, self.words)
        if first is None or second is None:
            return False
        return (first[0].type, first[0].mode) != (second[0].type, second[0].mode)

    def _cued(self, cue: Cue, span: Span) -> Wording | None:
        source = self._source(cue, span)
        by = self._party(cue, source)
        against = next(self._objections(cue, source, by), None)
        if against is not None:
            self._drop(cue, against)
            return None
        return self._wording(cue, span, source, by)

    def _objections(self, cue: Cue, source: Statement | None, by: Actor | None) -> Iterator[str]:
        """What speaks against a pledge by a word that commits, each found when it is asked for."""
        kind, adjective = self._kind(cue), cue.tree.tokens[cue.cue].upos == "ADJ"
        others = source is not None and self._others(by, source)
        if kind is None and (adjective or cue.strength in ("announces", "signs") or cue.weak or not cue.clause):
            yield "`deeds`: no deed of the page is promised, and the cue is too weak without one"
        if cue.weak and (source is None or others):
            yield "`weak`: the cue counts only on the party's own word"
        if cue.strength == "announces" and not self._speaks_for(cue, source):
            yield "`announces`: the speaker does not speak for whoever is to do it"
        if kind is None and others:
            yield "`deeds`: no deed of the page is promised, and somebody else tells it"
        yield from self._other_acts(cue, kind, source)

    def _future(self, cue: Cue, span: Span) -> Wording | None:
        source = self._source(cue, span)
        against = next(self._against_future(cue, source), None)
        if against is not None:
            self._drop(cue, against)
            return None
        return self._wording(cue, span, source, self._party(cue, source))

    def _against_future(self, cue: Cue, source: Statement | None) -> Iterator[str]:
        """What speaks against a pledge by a clause in the future, each found when it is asked for."""
        kind = self._kind(cue)
        yield from self._other_acts(cue, kind, source)
        if source is None:
            if kind not in self.words.page.plain_future:
                yield "`plain_future`: a deed of this type is no pledge in the outlet's own voice"
            if not self._is_party(cue):
                yield "the subject is no party that is known to decide on the deed"
            if cue.tree.relation(cue.act) == "ccomp":  # "analysts expect that Armenia will withdraw"
                yield "somebody else expects it"
            return
        if not self._speaks_for(cue, source):
            yield "the speaker does not speak for whoever is to do it"
        if kind is None and source.act is not Act.PROMISE:
            yield "`deeds`: no deed of the page is announced, and the statement is no promise"

    def _drop(self, cue: Cue, reason: str) -> None:
        """Tell whoever listens why there is no pledge."""
        trace = cue.tree.trace
        if trace.on:
            trace.dropped("pledge", cue.tree.tokens[cue.cue].span, self.words.rule(cue.tree, cue.cue), reason)

    def _tell(self, cue: Cue, pledge: Pledge) -> None:
        """Tell whoever listens by which entries the pledge was found."""
        trace, deed = cue.tree.trace, deed_of(cue, self.words)
        if trace.on:
            promised = f"`deeds` {self.words.page.deeds.index(deed[0]) + 1}" if deed else "`default`"
            reason = f"{pledge.type} by {promised}; {cue.strength}"
            rule = self.words.rule(cue.tree, cue.cue)
            trace.fired("pledge", cue.tree.tokens[cue.cue].span, rule, reason, pledge.id)

    def _source(self, cue: Cue, span: Span) -> Statement | None:
        """On whose word the pledge stands; the wording may reach beyond the words quoted."""
        return source_of(self.statements, span) or source_of(self.statements, cue.tree.tokens[cue.act].span)

    def _kind(self, cue: Cue) -> str | None:
        deed = deed_of(cue, self.words)
        return deed[0].type if deed else None

    def _restrains(self, cue: Cue) -> bool:
        """Whether the party promises not to use force."""
        deed = deed_of(cue, self.words)
        return cue.negated and deed is not None and deed[1] and deed[0].type in self.words.page.violent

    def _other_acts(self, cue: Cue, kind: str | None, source: Statement | None) -> Iterator[str]:
        """What else it is: mere words, a refusal, talks that one side wants, a threat that no condition makes an
        answer."""
        page = self.words.page
        if self.words.talking.any_in(cue.tree, [cue.act]):
            yield "`talking`: what is promised is only words"
        if kind == "CONSULT" and not self._is_joint(cue):
            yield "talks that one side alone wants"
        abstains = kind is None and cue.strength == "intends"  # "no intention to join the war"
        if cue.negated and not abstains and (kind is None or kind in page.refusable):
            yield "`refusable`: a refusal"
        if cue.negated or condition_of(cue, self.signs) is not None:
            return
        uttered = cue.cue == cue.act or cue.strength == "announces"
        plain = uttered or (source is not None and source.act is Act.THREATEN)
        if kind in page.violent or (kind in page.threats and plain):
            yield "`violent`, `threats`: a threat"

    def _is_joint(self, cue: Cue) -> bool:
        """Whether several parties commit."""
        if cue.by is None:
            return False
        token = cue.tree.tokens[cue.by]
        plural = token.upos == "NOUN" and fold(token.form) != fold(token.lemma)
        return plural or cue.tree.child(cue.by, "conj") is not None

    # -------------------------------------------------------------------------------------------- parties

    def _party(self, cue: Cue, source: Statement | None) -> Actor | None:
        """Who commits: the party named, or the speaker who says "we"."""
        speaker = source.speaker if source else None
        if cue.by is None or self._is_first_person(cue.tree, cue.by):
            return speaker
        if cue.own and (teller := speaker_at(cue.tree, cue.cue, self.statements)):
            named = self._named(cue)
            return named if named and named.joined and not other_actor(named, teller) else teller
        if speaker is not None and self._is_own(cue.tree, cue.by):
            return self._country(cue, speaker)
        if self._lends(cue, source):
            return speaker
        return self._named(cue) or speaker

    def _named(self, cue: Cue) -> Actor | None:
        """The party that the subject names, with those joined to it."""
        if cue.by is None:
            return None
        return together(self.cast, cue.tree, cue.by, self.cast.actor(cue.tree.index, cue.by))

    def _lends(self, cue: Cue, source: Statement | None) -> bool:
        """Whether the subject is a mere thing by which a speaker promises: "The guns will fall silent, X promised"."""
        if cue.by is None or source is None or source.act is not Act.PROMISE or self.cast.mention(cue.tree, cue.by):
            return False
        actor, token = self.cast.actor(cue.tree.index, cue.by), cue.tree.tokens[cue.by]
        return token.upos == "NOUN" and (actor is None or actor.side is None) and source.speaker is not None

    def _country(self, cue: Cue, speaker: Actor) -> Actor:
        """Whom a speaker means by "my country" or "our side": the speaker's state where named, else the speaker."""
        span = self._span_of(cue)
        code = speaker.side.split()[0] if speaker.side else None
        known = (self.cast.actor(m.sentence, m.head) for m in self.cast.mentions if m.kind is NameKind.PLACE)
        state = next((actor for actor in known if actor and code and actor.side == f"{code} GOV"), speaker)
        return replace(state, span=span)

    def _span_of(self, cue: Cue) -> Span | None:
        tree, by = cue.tree, cue.by
        return None if by is None else tree.span(phrase(tree, by))

    def _is_first_person(self, tree: Tree, i: int) -> bool:
        return self.words.first_person.has(tree.tokens[i])

    def _others(self, by: Actor | None, source: Statement) -> bool:
        """Whether the statement is somebody else's account of the party."""
        if by is None or source.speaker is None or self._speaks_for_state(by, source):
            return False
        return other_actor(by, source.speaker)

    def _speaks_for_state(self, by: Actor, source: Statement) -> bool:
        """Whether the party is a state and the speaker one of its officials, or of an unknown one: "President X"."""
        state, speaker = country_of(by), source.speaker
        if state is None or speaker is None or source.act is Act.ACCUSE or self.cast.is_person(by):
            return False
        if by.side not in (state, f"{state} GOV") or country_of(speaker) not in (None, state):
            return False
        return bool(self.cast.roles_of(speaker) - self.local) and "GOV" in (speaker.side or "").split()

    def _tellers(self, source: Statement | None) -> Iterator[Statement]:
        """The statement that tells the pledge and those within which it stands, innermost first."""
        by_id = {statement.id: statement for statement in self.statements}
        for _ in self.statements:
            if source is None:
                return
            yield source
            source = by_id.get(source.within) if source.within else None

    def _is_party(self, cue: Cue) -> bool:
        actor = None if cue.by is None else self.cast.actor(cue.tree.index, cue.by)
        return actor is not None and actor.side is not None

    def _speaks_for(self, cue: Cue, source: Statement | None) -> bool:
        """Whether the subject of the promised act is the speaker, or whom the speaker speaks for."""
        if cue.by is None:
            return False
        if cue.own:
            return True
        tree, token = cue.tree, cue.tree.tokens[cue.by]
        if self._is_first_person(tree, cue.by) or self._is_own(tree, cue.by):
            return True
        if source is None or source.speaker is None:
            return cue.strength == "announces" and token.upos == "PRON"
        actor = self._named(cue)
        if actor is None:
            return token.upos == "PRON"
        if self._lends(cue, source) or self._speaks_for_state(actor, source):
            return True
        return not other_actor(actor, source.speaker) and (
            actor.side is not None or actor.entity == source.speaker.entity
        )

    def _is_own(self, tree: Tree, i: int) -> bool:
        owned = any(self.words.same_side.has(tree.tokens[c]) for c in tree.all_children(i, "nmod", "det"))
        return owned and self.words.own_nouns.has(tree.tokens[i])

    # -------------------------------------------------------------------------------------------- records

    def _wording(self, cue: Cue, span: Span, source: Statement | None, by: Actor | None) -> Wording:
        span = self._clipped(cue, span)
        outside = tuple(t for t in self.times if t.span is None or not span.overlaps(t.span))  # no "by Saturday"
        days = (source.when if source else None, time_of(cue.tree, cue.cue, outside))
        told_on = self.context.report.published  # a later day is when it falls due
        past = (day for day in days if day and day in outside and day.start)
        said = next((day for day in past if told_on is None or (day.start and day.start <= told_on)), None)
        others = any(self._others(by, teller) for teller in self._tellers(source))
        deed, restrains = deed_of(cue, self.words), self._restrains(cue)
        kind, mode = (deed[0].type, deed[0].mode) if deed else (self.words.page.default, None)
        pledge = Pledge(
            id=digest(self.context.report.id, "pledge", span.start, span.end),
            by=by,
            text=span,
            act=span.of(self.context.text),
            type=self.words.page.restraint if restrains else kind,
            degree=degree_of(cue, self.words),
            places=places_of(cue, self.places, self.words),
            from_on=first_day(cue, self.words, self.times),
            until_on=last_day(cue, self.words, self.times),
            condition=condition_of(cue, self.signs),
            source=source.id if source else None,
            said=said,
            hedged=others or (source is not None and source.hedged),
            negated=cue.negated and not restrains,
        )
        self._tell(cue, pledge)
        return Wording(pledge, self._lemmas(cue), mode)

    def _lemmas(self, cue: Cue) -> frozenset[str]:
        tree = cue.tree
        content = [tree.tokens[i] for i in tree.subtree(cue.act)]
        return frozenset(t.lemma.casefold() for t in content if t.upos in ("NOUN", "VERB", "PROPN", "ADJ"))


def _is_question(tree: Tree) -> bool:
    return any(token.form == "?" for token in tree.tokens[-2:])
