"""The arithmetic a table must satisfy within itself.

The checks report relations that fail; the parsing uses the same relations to judge how well it read a table. Both
must mean the same thing, so the relations live here and nowhere else.
"""

from collections.abc import Iterator

from records.balances import balance_relations, section_relations, source_relations
from records.hierarchies import hierarchy_relations
from records.relation import Relation
from records.row_splits import row_split_relations
from records.sangong_sums import sangong_relations
from records.table import Quality, Table
from records.tolerance import Agreement


def relations_of(table: Table) -> Iterator[Relation]:
    """Yield every relation the table's printed numbers can be tested against; none for kinds without arithmetic.

    A part that is not printed counts as zero; where the whole or every part is not printed, there is no relation.
    """
    yield from row_split_relations(table)
    yield from hierarchy_relations(table)
    yield from section_relations(table)
    yield from source_relations(table)
    yield from balance_relations(table)
    yield from sangong_relations(table)


def quality_of(table: Table) -> Quality:
    """Return how many relations of the table can be tested, and how many hold up to rounding."""
    outcomes = [relation.agreement is not Agreement.DIFFERENT for relation in relations_of(table)]
    return Quality(relations=len(outcomes), hold=sum(outcomes))
