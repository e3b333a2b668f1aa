"""Measures how well the published documents are understood; fails where a goal is missed.

Every section has a module of its own. What a table holds is judged by its own arithmetic, what a document is by what
its pages say.
"""

import sys

from bench import identity, tables
from bench.corpus import all_files, corpus_folder
from bench.disclosures import Read, disclosures
from bench.results import record
from parsing.knowledge_files import load_knowledge

PDF = "pdf"


def main() -> None:
    """Read all documents, print and record every section; exit with 1 where a goal is missed."""
    documents = list(disclosures(corpus_folder(), all_files(), load_knowledge()))
    compared = identity.identities_of(documents)
    print("taken for something else:", *identity.report(compared), sep="\n")
    record("understanding_identity", identity.figures(compared))
    counted = tables.tables_of(documents)
    print("tables:", *tables.report(counted), sep="\n")
    record("understanding_tables", tables.figures(counted))
    print("no disclosures:", *(f"  {one.name}: {one.reason}" for one in documents if one.reason), sep="\n")
    record("understanding_speed", _speed(documents))
    missed = [*identity.shortcomings(compared), *tables.shortcomings(counted)]
    for goal in missed:
        print(f"MISSED {goal}", file=sys.stderr)
    sys.exit(bool(missed))


def _speed(documents: list[Read]) -> dict[str, float]:
    """Return how much of the time of reading its pages the understanding of a document takes."""
    pdf = [one for one in documents if one.format == PDF]
    reading, understanding = (
        sum(getattr(one, seconds) for one in pdf) for seconds in ("reading_seconds", "understanding_seconds")
    )
    return {"of_the_time_of_reading_pdf": round(understanding / max(reading, 1e-9), 2)}


if __name__ == "__main__":
    main()
