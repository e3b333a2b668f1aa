"""The arithmetic a table must satisfy within itself.

The checks report relations that fail; the parsing uses the same relations to judge how well it read a table. Both
must mean the same thing, so the relations live here and nowhere else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from records.balances import balance_relations, section_relations, source_relations
from records.hierarchies import hierarchy_relations
from records.relation import Relation, Rule
from records.remembered import remembered
from records.row_splits import row_split_relations
from records.sangong_sums import sangong_relations
from records.table import Quality, Table
from records.tolerance import Agreement

_RELATIONS: Mapping[Rule, Sequence[Callable[[Table], Iterator[Relation]]]] = MappingProxyType(
    {
        Rule.ROW_SPLIT: (row_split_relations,),
        Rule.HIERARCHY: (hierarchy_relations,),
        Rule.SECTION: (section_relations, source_relations),
        Rule.BALANCE: (balance_relations,),
        Rule.SANGONG: (sangong_relations,),
    }
)


def relations_of(table: Table, *rules: Rule) -> Iterator[Relation]:
    """Yield the relations the table's printed numbers can be tested against, of these rules or, with none given, all.

    A part that is not printed counts as zero; where the whole or every part is not printed, there is no relation. Kinds
    without arithmetic have none.
    """
    for rule in rules or _RELATIONS:
        yield from _of_rule(table, rule)


@remembered(512)
def _of_rule(table: Table, rule: Rule) -> tuple[Relation, ...]:
    return tuple(relation for relations in _RELATIONS[rule] for relation in relations(table))


def quality_of(table: Table) -> Quality:
    """Return how many relations of the table can be tested, and how many hold up to rounding."""
    relations = list(relations_of(table))
    failing = [relation for relation in relations if relation.agreement is Agreement.DIFFERENT]
    return Quality(len(relations), len(relations) - len(failing), bool(failing) and _one_misprint(failing))


def _one_misprint(failing: Sequence[Relation]) -> bool:
    """Return whether one number is in all the relations, and the same error in it explains each of them."""
    first, *others = ({id(fact): error for fact, error in relation.misprints} for relation in failing)
    allowed = max(relation.allowed for relation in failing)
    return any(
        all(fact in errors and abs(errors[fact] - error) <= allowed for errors in others)
        for fact, error in first.items()
    )
