"""Schema of `pledges.yml`: words that commit a party, and the deeds promised. Leaves grammar to extraction."""

from __future__ import annotations

from pydantic import Field

from facta.codebook.schema import Page


class Cues(Page):
    """Words that commit their subject to what follows."""

    verbs: tuple[str, ...] = ()  # as verbs
    nouns: tuple[str, ...] = ()  # as nouns
    adjectives: tuple[str, ...] = ()  # as adjectives


class Deed(Page):
    """Words for a promised deed of one PLOVER type and perhaps mode; `object` and `subject` name classes of which one
    of its words must be, and `violence` stands for the words of all violent deeds; `adjectives` are predicates: "our
    guns will be silent"."""

    type: str  # PLOVER type of the deed that would keep the pledge
    mode: str | None = None  # its mode
    verbs: tuple[str, ...] = ()  # words that tell it as verbs
    nouns: tuple[str, ...] = ()  # as nouns
    adjectives: tuple[str, ...] = ()  # as predicates
    object: tuple[str, ...] = ()  # classes of this page: what it is done to
    subject: tuple[str, ...] = ()  # classes of this page: who or what does it
    things: tuple[str, ...] = ()  # classes of things that are promised without a verb: "promised them boats"
    alone: bool = False  # what one side can do for others although its type takes two: hosting talks


class Pledges(Page):
    """Cues by strength, what is no pledge after all, and the deeds promised."""

    commits: Cues = Cues()
    intends: Cues = Cues()
    proposes: Cues = Cues()
    offers: Cues = Cues()
    signs: Cues = Cues()
    announces: Cues = Cues()  # commit only with a future clause: "announced that it would"
    pacts: tuple[str, ...] = ()  # what is signed, and what it commits to stands behind it: agreement, deal
    concluding: tuple[str, ...] = ()  # verbs that sign only with a pact as their object: reach, strike
    declaring: tuple[str, ...] = ()  # verbs that commit to a deed that is their object: "declared a truce"
    unbinding: tuple[str, ...] = ()  # words in whose complement nobody commits: hope, demand, deny, predict
    defiant: tuple[str, ...] = ()  # cues by which a negated act without a type is a refusal: vow
    first_person: tuple[str, ...] = ()  # I, we, our
    third_person: tuple[str, ...] = ()  # it, they, he, she: whoever promises, in what is promised
    same_side: tuple[str, ...] = ()  # possessives of the speaker's own: his, its, their
    own_nouns: tuple[str, ...] = ()  # what an official speaks for: country, army, government
    civil: tuple[str, ...] = ()  # parties of sport and business, which pledge nothing but the deeds of the page
    recipients: tuple[str, ...] = ()  # prepositions before whom something is promised or given to: to
    beneficiaries: tuple[str, ...] = ()  # prepositions before whom a thing given is for: for
    between: tuple[str, ...] = ()  # prepositions before parties that a mediator proposes something to
    passive: tuple[str, ...] = ()  # verbs that are no decision of the subject: be, need, face
    inanimate: tuple[str, ...] = ()  # subjects that decide nothing: talks, situation, weather
    talking: tuple[str, ...] = ()  # acts that are only words: comment, brief, answer
    asides: tuple[str, ...] = ()  # prepositions of a time or reason, whose places are not those of the act
    weak: tuple[str, ...] = ()  # cues of intent that count only on the party's own word
    degrees: tuple[str, ...] = ()  # words that say how far the act goes: "radically"
    until: tuple[str, ...] = ()  # prepositions of the last day
    since: tuple[str, ...] = ()  # prepositions of the first day
    within: tuple[str, ...] = ()  # words before a length of time by whose end the act is due: within
    spanning: tuple[str, ...] = ()  # words that open a time of which both ends count: between
    terms: tuple[str, ...] = ()  # words and phrases that open a condition: provided that, in exchange for
    refusable: tuple[str, ...] = ()  # types of which "will not" is a refusal and no pledge
    threats: tuple[str, ...] = ()  # types that are threats unless a condition makes them an answer
    violent: tuple[str, ...] = ()  # types that are no pledge at all without a condition
    restraint: str = "RETREAT"  # type of a promise not to use force
    plain_future: tuple[str, ...] = ()  # types that a future tense in the outlet's own voice pledges
    sectors: tuple[str, ...] = (
        "GOV",
        "MIL",
        "REB",
        "UAF",
        "SPY",
        "OPP",
        "PAR",
        "LEG",
        "IGO",
    )  # whose word binds a side
    outsiders: tuple[str, ...] = ("IGO", "NGO")  # sectors that propose for others
    gifts: tuple[str, ...] = ("AID", "SUPPORT", "COOPERATE")  # types of deeds done to somebody
    reread: dict[str, str] = Field(default_factory=dict)  # type of an incident that lies ahead to that of the pledge
    classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # lists of words that deeds name
    deeds: tuple[Deed, ...] = ()
    default: str = "AGREE"  # type of a pledge of no deed of the page
