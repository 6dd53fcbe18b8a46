"""Authorities: what the rules rest on, the conventions of states first, then our own of inference.

What an article says is told in our own words and as far as a rule needs it.
"""

from __future__ import annotations

from dataclasses import dataclass

_DIPLOMATIC = "Vienna Convention on Diplomatic Relations, 1961"
_CONSULAR = "Vienna Convention on Consular Relations, 1963"


@dataclass(frozen=True, slots=True)
class Authority:
    """A work, the place in it, and what it says there that a rule rests on.

    >>> str(MUTUAL_CONSENT)
    'Vienna Convention on Diplomatic Relations, 1961, art. 2'
    """

    work: str
    place: str
    says: str

    def __str__(self) -> str:
        return f"{self.work}, {self.place}" if self.place else self.work


MUTUAL_CONSENT = Authority(
    _DIPLOMATIC,
    "art. 2",
    "States establish diplomatic relations, and permanent missions, by mutual consent.",
)
ACCREDITATION = Authority(
    _DIPLOMATIC,
    "art. 4",
    "A head of mission is accredited once the receiving state has given its agrément.",
)
SEVERAL_STATES = Authority(
    _DIPLOMATIC,
    "art. 5 and 6",
    "One head of mission may be accredited to several states, and by several states to one.",
)
PERSONA_NON_GRATA = Authority(
    _DIPLOMATIC,
    "art. 9",
    "The receiving state may declare a diplomat unwelcome, and the sending state then recalls "
    "him or ends his functions.",
)
CLASSES_OF_HEADS = Authority(
    _DIPLOMATIC,
    "art. 13 and 14",
    "Heads of mission are ambassadors, envoys or chargés d'affaires, and take up their functions "
    "with their credentials.",
)
CHARGE_AD_INTERIM = Authority(
    _DIPLOMATIC,
    "art. 19",
    "Where the post of head of mission is vacant a chargé d'affaires ad interim acts in his stead.",
)
END_OF_FUNCTION = Authority(
    _DIPLOMATIC,
    "art. 43",
    "A diplomat's function ends, among other ways, when the sending state says so.",
)
SEVERANCE = Authority(
    _DIPLOMATIC,
    "art. 45",
    "When relations are broken off, or a mission is recalled, even in armed conflict, its premises "
    "stay protected and may be entrusted to a third state, which may look after the interests.",
)
CONSULAR_RELATIONS = Authority(
    _CONSULAR,
    "art. 2",
    "Consent to diplomatic relations implies consent to consular ones; severing the first does "
    "not of itself sever the second.",
)
CONSULAR_POSTS = Authority(
    _CONSULAR,
    "art. 3 and 4",
    "Consular posts, each with its seat and district, are set up with the receiving state's "
    "consent, and diplomatic missions may do their work.",
)
SUCCESSION = Authority(
    "Vienna Convention on Succession of States in respect of Treaties, 1978",
    "",
    "Which treaties pass from a state to its successor is settled case by case; relations and "
    "missions are not among what passes by itself.",
)
RECOGNITION = Authority(
    "customary practice of recognition",
    "",
    "One state recognises another by itself and for itself; relations take the consent of both.",
)
ARMISTICE = Authority(
    "Hague Regulations, 1907",
    "art. 36",
    "An armistice suspends operations of war; one of no set term may be ended at any time.",
)
INFERENCE = Authority(
    "legation's own convention of inference",
    "",
    "No law speaks here: it is how this program reasons from dated words to a day.",
)
