"""Who commits, to whom, and who tells of it: takes a commitment and the statement that holds it, gives actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facta.codebook.offices import Offices
from facta.extraction.cast import Cast
from facta.extraction.committing import Commitments, speaker_at
from facta.extraction.context import Context
from facta.extraction.phrases import phrase
from facta.extraction.pledge_cues import Cue
from facta.extraction.possession import country_of
from facta.extraction.same_deed import other_actor
from facta.extraction.together import together
from facta.extraction.tree import Tree
from facta.records import Act, Actor, NameKind, Span, Statement
from facta.text import fold

_OFFICIAL = frozenset({"GOV", "MIL"})  # sectors of those who speak for a state


class Parties:
    """The actors of one report as parties to its pledges."""

    def __init__(self, context: Context, cast: Cast, statements: tuple[Statement, ...], words: Commitments) -> None:
        self.cast, self.statements, self.words = cast, statements, words
        self.by_id = {statement.id: statement for statement in statements}
        self.local = frozenset(map(fold, context.codebook.page("offices", Offices).local))

    def party(self, cue: Cue, source: Statement | None) -> Actor | None:
        """Who commits: the party named, or the speaker who says "we"."""
        speaker = source.speaker if source else None
        if cue.by is None or self._is_first_person(cue.tree, cue.by):
            return speaker
        if cue.own and (teller := speaker_at(cue.tree, cue.cue, self.statements)):
            named = self.named(cue)
            return named if named and named.joined and not other_actor(named, teller) else teller
        if speaker is not None and self.is_own(cue.tree, cue.by):
            return self._country(cue, speaker)
        if cue.holder not in (None, cue.by) and not self.binds(self.named(cue)):  # "Mali's promise that schools will …"
            return self.cast.actor(cue.tree.index, cue.holder) if cue.holder is not None else None
        if self.lends(cue, source):
            return speaker
        return self.named(cue) or speaker

    def named(self, cue: Cue) -> Actor | None:
        """The party that the subject names, with those joined to it."""
        if cue.by is None:
            return None
        return together(self.cast, cue.tree, cue.by, self.cast.actor(cue.tree.index, cue.by))

    def is_party(self, cue: Cue) -> bool:
        """Whether the subject is on a side that is known."""
        actor = None if cue.by is None else self.cast.actor(cue.tree.index, cue.by)
        return actor is not None and actor.side is not None and not cue.passive

    def binds(self, actor: Actor | None) -> bool:
        """Whether the actor's word binds a side: a state, its officials, an armed group."""
        return actor is not None and bool(set(self.words.page.sectors) & set((actor.side or "").split()))

    def is_joint(self, cue: Cue) -> bool:
        """Whether several parties commit."""
        if cue.by is None:
            return False
        token = cue.tree.tokens[cue.by]
        plural = token.upos == "NOUN" and fold(token.form) != fold(token.lemma)
        return plural or cue.tree.child(cue.by, "conj") is not None

    def is_civil(self, cue: Cue) -> bool:
        """Whether the party is a firm or a club."""
        actor = self.named(cue)
        traded = actor is not None and "BUS" in (actor.side or "").split()
        return traded or (cue.by is not None and self.words.civil.any_in(cue.tree, phrase(cue.tree, cue.by)))

    # -------------------------------------------------------------------------------------------- speakers

    def lends(self, cue: Cue, source: Statement | None) -> bool:
        """Whether the subject is a mere thing by which a speaker promises: "The guns will fall silent, X promised",
        "The crew will be freed, the minister said"."""
        if cue.by is None or source is None or source.speaker is None or self.cast.mention(cue.tree, cue.by):
            return False
        if cue.passive:
            return source.act is Act.PROMISE or self.binds(source.speaker)
        return source.act is Act.PROMISE and self._is_thing(cue)

    def _is_thing(self, cue: Cue) -> bool:
        """Whether the subject is a noun for nobody on any side."""
        if cue.by is None:
            return False
        actor, token = self.cast.actor(cue.tree.index, cue.by), cue.tree.tokens[cue.by]
        return token.upos == "NOUN" and (actor is None or actor.side is None)

    def speaks_for(self, cue: Cue, source: Statement | None) -> bool:
        """Whether the subject of the promised act is the speaker, or whom the speaker speaks for."""
        if cue.by is None:
            return False
        if cue.own:
            return True
        tree, token = cue.tree, cue.tree.tokens[cue.by]
        if self._is_first_person(tree, cue.by) or self.is_own(tree, cue.by):
            return True
        if source is None or source.speaker is None:
            return cue.strength == "announces" and token.upos == "PRON"
        actor = self.named(cue)
        if actor is None or self.lends(cue, source):
            return self.lends(cue, source) or token.upos == "PRON"
        if cue.passive:
            return False
        return (
            self._speaks_for_state(actor, source)
            or self._is_unplaced(actor, source.speaker)
            or (
                not other_actor(actor, source.speaker)
                and (actor.side is not None or actor.entity == source.speaker.entity)
            )
        )

    def _is_unplaced(self, by: Actor, speaker: Actor) -> bool:
        """Whether officials of no country that is told speak of a state: "the two governments announced"."""
        state = country_of(by)
        return state is not None and by.side in (state, f"{state} GOV", f"{state} MIL") and speaker.side in _OFFICIAL

    def others(self, by: Actor | None, source: Statement) -> bool:
        """Whether the statement is somebody else's account of the party."""
        if by is None or source.speaker is None or self._speaks_for_state(by, source):
            return False
        return other_actor(by, source.speaker)

    def told_by(self, cue: Cue, by: Actor | None, source: Statement | None) -> Actor | None:
        """Who tells of the promise when that is not the party: the nearest of those in whose words it stands."""
        word = cue.tree.tokens[cue.cue].span
        own = cue.strength != "announces"  # "the president guaranteed that the police would not touch them"
        tellers = (t for t in self.tellers(source) if not (own and t.cue is not None and t.cue.overlaps(word)))
        return next((teller.speaker for teller in tellers if self.others(by, teller)), None)

    def tellers(self, source: Statement | None) -> Iterator[Statement]:
        """The statement that tells the pledge and those within which it stands, innermost first."""
        for _ in self.statements:
            if source is None:
                return
            yield source
            source = self.by_id.get(source.within) if source.within else None

    def guessed(self, cue: Cue, by: Actor | None, source: Statement | None) -> bool:
        """Whether somebody else only expects it: "… , analysts believe"."""
        told = [teller for teller in self.tellers(source) if self.others(by, teller) and teller.cue is not None]
        return any(
            self.words.unbinding.any_in(cue.tree, cue.tree.at(teller.cue))
            for teller in told
            if teller.cue is not None and cue.tree.sentence.span.covers(teller.cue)
        )

    def compatriot(self, by: Actor | None, source: Statement | None) -> bool:
        """Whether nobody of another country tells it of a party whose word binds a side."""
        if not self.binds(by):
            return False
        return source is None or country_of(source.speaker) in (None, country_of(by))

    def _is_first_person(self, tree: Tree, i: int) -> bool:
        return self.words.first_person.has(tree.tokens[i])

    def is_own(self, tree: Tree, i: int) -> bool:
        """Whether the phrase is the speaker's own country, army or side."""
        owned = any(self.words.same_side.has(tree.tokens[c]) for c in tree.all_children(i, "nmod", "det"))
        return owned and self.words.own_nouns.has(tree.tokens[i])

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

    def _speaks_for_state(self, by: Actor, source: Statement) -> bool:
        """Whether the party is a state or its army and the speaker one of its officials or officers, or of an unknown
        one: "President X", "General Y"."""
        state, speaker = country_of(by), source.speaker
        if state is None or speaker is None or source.act is Act.ACCUSE or self.cast.is_person(by):
            return False
        if by.side not in (state, f"{state} GOV", f"{state} MIL") or country_of(speaker) not in (None, state):
            return False
        official = bool(_OFFICIAL & set((speaker.side or "").split()))
        return bool(self.cast.roles_of(speaker) - self.local) and official
