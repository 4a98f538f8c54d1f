"""`acts.yml`: the words in a statement's content that tell what is done by saying it, when the cue says no more than
"said". Words are lemmas or spellings, `*` at the end makes a stem; phrases are told by their words side by side."""

from __future__ import annotations

from facta.codebook.schema import Page


class Acts(Page):
    """What makes a neutral saying a denial, an accusation, a promise, a demand, a threat or a doubt."""

    hostile: tuple[str, ...] = ()  # types of deeds that are blamed on others, denied and threatened: ASSAULT
    first_person: tuple[str, ...] = ()  # we, our
    own: tuple[str, ...] = ()  # third-person possessives: "his country", "its army"
    own_endings: tuple[str, ...] = ()  # verb endings of a future in the first person: "cumpliremos"
    rivals: tuple[str, ...] = ()  # pronouns by which speakers mean others: "they shelled us"
    charges: tuple[str, ...] = ()  # blame whoever is spoken of: liar, atrocity
    denials: tuple[str, ...] = ()  # "never happened", "not true"
    duties: tuple[str, ...] = ()  # auxiliaries and adjectives of duty: must, imperative
    doubts: tuple[str, ...] = ()  # "no reason to believe"
    believed: tuple[str, ...] = ()  # a doubt when negated: trust
    ready: tuple[str, ...] = ()  # before what one commits to: determined, committed, decided
    unwilled: tuple[str, ...] = ()  # nobody can promise to do so: see, lose
    reprisals: tuple[str, ...] = ()  # threats when still to come: response, retaliate
