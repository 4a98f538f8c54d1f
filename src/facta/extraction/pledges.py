"""Who commits to what: pledges, promises and announced steps."""

from __future__ import annotations

from collections.abc import Iterator

from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.pledge_cues import Commitments, Cue, commitments, cues_in, futures_in
from facta.extraction.pledge_words import condition_of, degree_of, first_day, last_day, type_of, wording
from facta.extraction.same_deed import other_actor
from facta.extraction.same_pledge import Wording, fold_wordings
from facta.extraction.statements import source_of
from facta.extraction.status import Marks, marks
from facta.extraction.times import time_of
from facta.extraction.tree import Tree
from facta.records import Act, Actor, PassageRole, Place, Pledge, Span, Statement, When, digest

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

    def wordings(self) -> Iterator[Wording]:
        for tree in self.context.trees:
            if self.context.role(tree.sentence.span) in _SILENT or _is_question(tree):
                continue
            told: list[Span] = []
            for cue in cues_in(tree, self.words, self.signs):
                span = wording(cue)
                if not any(span.overlaps(s) for s in told) and (found := self._cued(cue, span)):
                    told.append(span)
                    yield found
            for cue in futures_in(tree, self.words, self.signs):
                span = wording(cue)
                if not any(span.overlaps(s) for s in told) and (found := self._future(cue, span)):
                    told.append(span)
                    yield found

    def _cued(self, cue: Cue, span: Span) -> Wording | None:
        source = source_of(self.statements, span)
        kind = type_of(cue, self.words)
        adjective = cue.tree.tokens[cue.cue].upos == "ADJ"
        if kind is None and (adjective or cue.strength in ("announces", "signs") or cue.weak or not cue.clause):
            return None
        by = self._party(cue, source)
        own = source is not None and not self._others(by, source)
        if (cue.weak and not own) or (cue.strength == "announces" and not self._speaks_for(cue, source)):
            return None
        if kind is None and source is not None and self._others(by, source):
            return None
        if self._is_no_pledge(cue, kind, source):
            return None
        return self._wording(cue, span, source, by, kind)

    def _future(self, cue: Cue, span: Span) -> Wording | None:
        source = source_of(self.statements, span)
        kind = type_of(cue, self.words)
        if self._is_no_pledge(cue, kind, source):
            return None
        if source is None:
            if kind not in self.words.page.plain_future or not self._is_party(cue):
                return None
        elif not self._speaks_for(cue, source) or (kind is None and source.act is not Act.PROMISE):
            return None
        return self._wording(cue, span, source, self._party(cue, source), kind)

    def _is_no_pledge(self, cue: Cue, kind: str | None, source: Statement | None) -> bool:
        """Refusals, and threats that no condition makes an answer to somebody else's act."""
        page = self.words.page
        abstains = kind is None and cue.strength == "intends"  # "no intention to join the war"
        if cue.negated and not abstains and (kind is None or kind in page.refusable):
            return True
        bare = condition_of(cue, self.signs) is None
        uttered = cue.cue == cue.act or cue.strength == "announces"
        plain = uttered or (source is not None and source.act is Act.THREATEN)
        return kind in page.threats and bare and plain and not cue.negated

    # -------------------------------------------------------------------------------------------- parties

    def _party(self, cue: Cue, source: Statement | None) -> Actor | None:
        """Who commits: the party named, or the speaker who says "we"."""
        speaker = source.speaker if source else None
        if cue.by is None or self._is_first_person(cue.tree, cue.by):
            return speaker
        return self.cast.actor(cue.tree.index, cue.by) or speaker

    def _is_first_person(self, tree: Tree, i: int) -> bool:
        return self.words.first_person.has(tree.tokens[i])

    def _others(self, by: Actor | None, source: Statement) -> bool:
        """Whether the statement is somebody else's account of the party."""
        return by is not None and source.speaker is not None and other_actor(by, source.speaker)

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
        tree, token = cue.tree, cue.tree.tokens[cue.by]
        if self._is_first_person(tree, cue.by) or self._is_own(tree, cue.by):
            return True
        if source is None or source.speaker is None:
            return cue.strength == "announces" and token.upos == "PRON"
        actor = self.cast.actor(tree.index, cue.by)
        if actor is None:
            return token.upos == "PRON"
        return not other_actor(actor, source.speaker) and (
            actor.side is not None or actor.entity == source.speaker.entity
        )

    def _is_own(self, tree: Tree, i: int) -> bool:
        owned = any(self.words.same_side.has(tree.tokens[c]) for c in tree.all_children(i, "nmod", "det"))
        return owned and self.words.own_nouns.has(tree.tokens[i])

    # -------------------------------------------------------------------------------------------- records

    def _wording(self, cue: Cue, span: Span, source: Statement | None, by: Actor | None, kind: str | None) -> Wording:
        said = (source.when if source else None) or time_of(cue.tree, cue.cue, self.times)
        others = any(self._others(by, teller) for teller in self._tellers(source))
        pledge = Pledge(
            id=digest(self.context.report.id, "pledge", span.start, span.end),
            by=by,
            text=span,
            act=span.of(self.context.text),
            type=kind or self.words.page.default,
            degree=degree_of(cue, self.words),
            places=tuple(p for p in self.places if span.covers(p.span)),
            from_on=first_day(cue, self.words, self.times),
            until_on=last_day(cue, self.words, self.times),
            condition=condition_of(cue, self.signs),
            source=source.id if source else None,
            said=said,
            hedged=others or (source is not None and source.hedged),
            negated=cue.negated,
        )
        return Wording(pledge, self._lemmas(cue))

    def _lemmas(self, cue: Cue) -> frozenset[str]:
        tree = cue.tree
        content = [tree.tokens[i] for i in tree.subtree(cue.act)]
        return frozenset(t.lemma.casefold() for t in content if t.upos in ("NOUN", "VERB", "PROPN", "ADJ"))


def _is_question(tree: Tree) -> bool:
    return any(token.form == "?" for token in tree.tokens[-2:])
