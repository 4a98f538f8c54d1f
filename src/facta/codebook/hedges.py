"""Schema of `hedges.yml`: words that bear on whether a deed happened. Leaves the clause to extraction."""

from __future__ import annotations

from facta.codebook.schema import Page


class Governors(Page):
    """Words that put the deed in their complement into some light, by what they make of it."""

    planned: tuple[str, ...] = ()  # "plans to", "the decision to"
    hypothetical: tuple[str, ...] = ()  # "the risk of", "called for", "allow to"
    negated: tuple[str, ...] = ()  # "failed to", "prevented"
    denied: tuple[str, ...] = ()  # "denied", "dismissed reports of"


class Hedges(Page):
    """What weakens, negates, conditions or dates a deed."""

    hedges: tuple[str, ...] = ()  # reportedly, so-called
    negators: tuple[str, ...] = ()  # not, no, never
    adding: tuple[str, ...] = ()  # phrases of a negator that negate nothing: "not only"
    possible: tuple[str, ...] = ()  # auxiliaries and adverbs: might, could, possibly
    future: tuple[str, ...] = ()  # auxiliaries: will
    reported_future: tuple[str, ...] = ()  # auxiliaries: would
    conditions: tuple[str, ...] = ()  # if, unless, in case
    inverted_conditions: tuple[str, ...] = ()  # auxiliaries that open a condition: "Had they attacked, …"
    governors: Governors = Governors()
    shares: tuple[str, ...] = ()  # nouns of a share in a deed: whoever denies it denies no deed: "involvement"
    historical: tuple[str, ...] = ()  # words of a long time ago where no date tells: "decades [ago]", "previously"
    eras: tuple[str, ...] = ()  # ages that are past, whatever else is dated: "the Second World War", "1990s"
    remembrance: tuple[str, ...] = ()  # words by which a deed is remembered: "the anniversary of"
    happening: tuple[str, ...] = ()  # verbs and adjectives by which a deed is said to be or not: "take place", "true"
    scheduling: tuple[str, ...] = ()  # governors whose passive has the deed as its subject: "the withdrawal is planned"
    excluding: tuple[str, ...] = ()  # governors that leave the deed possible when negated: "did not rule out"
    signs: tuple[str, ...] = ()  # nouns for what a deed would be known by: "no sign of a withdrawal"
    falsehoods: tuple[str, ...] = ()  # what a claim is called by those who deny it: "fabricated", "baseless"
    achieved: tuple[str, ...] = ()  # words whose aim has happened: "used mortars to shell", "the first to sign"
    conditional_endings: tuple[str, ...] = ()  # verb endings of a conditional mood of hearsay: "habría"
    future_forms: tuple[str, ...] = ()  # verbs that are future by themselves: "відведе"
    future_verbs: tuple[str, ...] = ()  # verbs whose present forms are future: the perfective ones of Slavic languages
    present_endings: tuple[str, ...] = ()  # endings by which such forms are known: "отведёт", "начнут"
    ties: tuple[str, ...] = ()  # prepositions that tie a deed to its governor: "plan for", but not "plan after"
    future_endings: tuple[str, ...] = ()  # endings of a verb in a future tense without auxiliary: "retirará"
