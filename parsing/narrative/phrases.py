"""Loads what is known of how the narrative speaks of money."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from parsing.words.terms_file import InvalidTerms, TermsFile, read_terms
from records.claim import Direction, Stage
from records.table import Measure

SIDE = "side:"
"""What the subject of a phrase begins with that means income or expenditure, whichever is spoken of."""
_FILE = "phrases.toml"
_NOT_FISCAL = "非财政拨款"


@dataclass(frozen=True, slots=True)
class SubjectRules:
    """When a phrase that names a subject is not a statement about it."""

    general: frozenset[str]
    """Subjects named by words so general that only some openings may stand before them."""
    openings: tuple[str, ...]
    connectives: tuple[str, ...]
    """What may stand before a phrase without making it part of a longer name."""
    bare: frozenset[str]
    """Words that only name a subject where a clause begins."""
    stage_like: frozenset[str]
    """Words that name a subject only where they begin a statement of their own."""
    parts_of_operating_cost: frozenset[str]
    parts_of_procurement: frozenset[str]
    """Words that mean a part of the procurement where that is spoken of."""
    among_classes: frozenset[str]
    """Words that mean a class of expenditure in a list of classes."""
    balances: frozenset[str]
    """Subjects that stand at the end of a year and are of no stage."""
    ourselves: tuple[str, ...]
    """How the body speaks of itself."""
    explains: Mapping[str, tuple[str, ...]]
    """The subjects whose movement a reason given for the key explains too."""


@dataclass(frozen=True, slots=True)
class SourceRules:
    """How it is told out of whose money a figure is."""

    words: Mapping[Measure, tuple[str, ...]]
    """What names each source; the first that fits is meant."""
    wholes: frozenset[str]
    """Subjects that are of every source."""
    own: Mapping[str, Measure]
    """The source of each subject that is named by its source."""
    families: Mapping[str, str]
    """The family of subjects within which one may be a part of another."""

    def named_in(self, text: str) -> Measure | None:
        """Return the source that folded text names; 非财政拨款 names none."""
        said = text.replace(_NOT_FISCAL, "")
        return next((source for source, words in self.words.items() if any(word in said for word in words)), None)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of the narrative, by what they mean."""

    subjects: Mapping[str, str]
    """The subject of each phrase."""
    rules: SubjectRules
    sources: SourceRules
    fillers: tuple[str, ...]
    nouns: tuple[str, ...]
    """Those of the fillers that belong to the name of something unknown."""
    stages: Mapping[Stage, tuple[str, ...]]
    verbs: Mapping[Direction, tuple[str, ...]]
    """How a movement is said; for FLAT how it is said that there is none."""
    comparisons: Mapping[Direction, tuple[str, ...]]
    """How the final figure is compared with the budget of the same year."""
    between: tuple[str, ...]
    """What stands between the verb and its figure."""
    absolute: tuple[str, ...]
    """How it is said that nothing moved without naming what is compared with."""
    nearly: tuple[str, ...]
    every: str
    """The word by which a movement is said of everything listed before."""
    bases: tuple[str, ...]
    last_year: tuple[str, ...]
    behind: tuple[str, ...]
    """What stands between last year and the movement."""
    reasons: tuple[str, ...]
    either: tuple[str, ...]
    """What gives the reason after a movement, and otherwise the use of the money."""
    uses: tuple[str, ...]
    excluded: tuple[str, ...]
    excluded_amounts: tuple[str, ...]
    """From where on a sentence speaks of other money, if an amount is in the same clause."""
    skipped_sections: tuple[str, ...]
    """What the heading of a section that is not read has in it."""
    skipped_heading_endings: tuple[str, ...]
    """What it ends with."""

    def stage_in(self, text: str) -> Stage | None:
        """Return which of a year's figures folded text speaks of."""
        return next((stage for stage, words in self.stages.items() if any(word in text for word in words)), None)


def load_phrases(overlay: Path | None = None) -> Phrases:
    """Return the phrases that ship with the package, extended by the overlay folder's.

    Raises InvalidTerms naming file and key.
    """
    terms = read_terms(_FILE, overlay)
    movement = terms.table("movement")
    return Phrases(
        subjects=_subjects(terms),
        rules=_rules(terms),
        sources=_sources(terms),
        fillers=(*terms.words("fillers", "words"), *terms.words("fillers", "nouns")),
        nouns=terms.words("fillers", "nouns"),
        stages=terms.table_of("stages", Stage),
        verbs=MappingProxyType({direction: movement[direction] for direction in Direction}),
        comparisons=terms.table_of("comparisons", Direction),
        between=movement["between"],
        absolute=movement["absolute"],
        nearly=movement["nearly"],
        every=terms.word("bases", "every"),
        bases=terms.words("bases", "openings"),
        last_year=terms.words("bases", "last-year"),
        behind=terms.words("bases", "behind"),
        reasons=terms.words("reasons", "openings"),
        either=terms.words("reasons", "either"),
        uses=terms.words("reasons", "uses"),
        excluded=terms.words("contexts", "excluded"),
        excluded_amounts=terms.words("contexts", "excluded-amounts"),
        skipped_sections=terms.words("contexts", "skipped-sections"),
        skipped_heading_endings=terms.words("contexts", "skipped-heading-endings"),
    )


def _subjects(terms: TermsFile) -> Mapping[str, str]:
    subjects: dict[str, str] = {}
    for subject, phrases in terms.table("subjects").items():
        for phrase in phrases:
            if subjects.setdefault(phrase, subject) != subject:
                problem = f"{phrase} names {subjects[phrase]} already"
                raise InvalidTerms(terms.name, f"subjects.{subject}", problem)
    return MappingProxyType(subjects)


def _rules(terms: TermsFile) -> SubjectRules:
    return SubjectRules(
        general=frozenset(terms.words("subject-rules", "general")),
        openings=terms.words("subject-rules", "openings"),
        connectives=terms.words("subject-rules", "connectives"),
        bare=frozenset(terms.words("subject-rules", "bare")),
        stage_like=frozenset(terms.words("subject-rules", "stage-like")),
        parts_of_operating_cost=frozenset(terms.words("subject-rules", "parts-of-operating-cost")),
        parts_of_procurement=frozenset(terms.words("subject-rules", "parts-of-procurement")),
        among_classes=frozenset(terms.words("subject-rules", "class-among-classes")),
        balances=frozenset(terms.words("subject-rules", "balances")),
        ourselves=terms.words("subject-rules", "ourselves"),
        explains=terms.table("explains"),
    )


def _sources(terms: TermsFile) -> SourceRules:
    words = terms.table_of("sources", Measure)
    own = {subject: source for source in words for subject in terms.words("source-subjects", source)}
    families = {subject: family for family, subjects in terms.table("families").items() for subject in subjects}
    wholes = frozenset(terms.words("source-rules", "wholes"))
    return SourceRules(words, wholes, MappingProxyType(own), MappingProxyType(families))
