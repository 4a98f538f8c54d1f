"""What somebody demands without a word of demanding: "said that the junta must release them". From statements to
incidents of type REQUEST, the word of duty their trigger. Leaves verbs such as "urged" to `triggers`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.acts import Acts
from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.contexts import context_words
from facta.extraction.frames import clause_span, subject_of
from facta.extraction.possession import country_of
from facta.extraction.same_deed import Mention
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Act, Actor, Form, Incident, Statement, Status, digest

_REQUEST, _CHANGE = "REQUEST", "change"
_DESCRIBING = ("acl", "advcl")  # clauses that ask nothing of anybody: "the law, which must be passed in May"


def urged(context: Context, cast: Cast, statements: tuple[Statement, ...], found: list[Incident]) -> Iterator[Mention]:
    """A request for each reported demand that names who must do it and has no incident of its own by its cue."""
    for statement in statements:
        if statement.act is not Act.DEMAND or statement.form is not Form.INDIRECT or statement.speaker is None:
            continue
        told = [statement.cue, *statement.content]
        if any(i.type == _REQUEST and span and span.overlaps(i.trigger) for i in found for span in told):
            continue
        request = next(_requests(context, cast, statement, statement.speaker), None)
        if request is not None:
            rule = Rule("acts", ("duties",), request.trigger.of(context.text))
            reason = f"{request.type}, {request.status}; what somebody says that others must do"
            context.trace.fired("incident", request.trigger, rule, reason, request.id)
            yield Mention(request, _REQUEST, False, context.role(request.trigger))


def _requests(context: Context, cast: Cast, statement: Statement, speaker: Actor) -> Iterator[Incident]:
    duties = _duties(context.codebook)
    for tree in context.trees:
        for i, token in enumerate(tree.tokens):
            if not duties.has(token) or not any(span.covers(token.span) for span in statement.content):
                continue
            verb = token.head if tree.relation(i) in ("aux", "cop") else i
            asked = _asked(cast, tree, verb, speaker)
            if asked is not None:
                yield Incident(
                    id=digest(context.report.id, "incident", token.start, token.end),
                    type=_REQUEST,
                    mode=_CHANGE,
                    trigger=token.span,
                    text=clause_span(tree, verb),
                    actor=speaker,
                    recipient=asked,
                    when=statement.when,
                    status=Status.ATTRIBUTED if statement.within else Status.REPORTED,
                    hedged=statement.hedged,
                    source=statement.within,
                    contexts=context_words(context.codebook).of(tree, verb, _REQUEST, _CHANGE),
                )


def _asked(cast: Cast, tree: Tree, verb: int, speaker: Actor) -> Actor | None:
    """Who must do it: somebody of a name or country who is not the speaker."""
    if tree.relation(verb) in _DESCRIBING:
        return None
    subject = subject_of(tree, verb)
    asked = cast.actor(tree.index, subject) if subject is not None else None
    if asked is None or subject is None or (cast.mention(tree, subject) is None and country_of(asked) is None):
        return None
    return None if asked.entity is not None and asked.entity == speaker.entity else asked


@lru_cache(maxsize=32)
def _duties(codebook: Codebook) -> Words:
    return Words(codebook.page("acts", Acts).duties)
