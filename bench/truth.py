"""Measures which of the known defects of the published documents are found, and that nothing fires where all is well.

Beside the corpus stand the truths: what people found in the documents (seeds.json, real.json), and relations that were
tested and hold (clean.json). A defect counts as found where the same check has a finding, folded or not, with evidence
on the same line or page, or about the row whose code is named, which several tables print, or with the same quotation:
what a project says has the place of its table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bench.corpus import check_documents, corpus_folder
from bench.expectations import Defect, Tested, defects_of, read_tested
from bench.results import record
from checks.registry import ALL
from monitor.examination import Examined
from records.finding import CheckRun, Finding, Mode, Severity

FAMILIES = ("CMP", "SUM", "TAB", "TXT", "YOY", "SGE", "IDF", "REV")
GOAL = 0.9
_WORDS = 12
"""How many characters a quotation must have to tell a place."""
_SEVERE = (Severity.ERROR, Severity.WARNING)


def main() -> None:
    """Measure, print and record."""
    corpus = corpus_folder()
    truth = corpus.parent / "truth"
    defects = defects_of(truth)
    # A document's neighbours are its history, so whole folders are read.
    folders = sorted({(corpus / defect.file).parent for defect in defects})
    files = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix != ".tsv"]
    documents = {one.path.relative_to(corpus).as_posix(): one for one in check_documents(files)}
    found = {defect: how for defect in defects if (how := _found(defect, documents.get(defect.file)))}
    print("\n".join(_table(defects, found)))
    print("\n".join(_missed(defects, found)))
    fired = list(_fired(read_tested(truth), defects, documents))
    print("\n".join(["where all is well fires:", *(fired or ["  nothing"])]))
    certain = [one for one in defects if one.certain and one.severity in _SEVERE and one.code.startswith(FAMILIES)]
    reported = [defect for defect in certain if found.get(defect) is Mode.ON]
    record(
        "truth",
        {
            "certain_errors_and_warnings": len(certain),
            "found": len(reported),
            "share": round(len(reported) / len(certain), 3),
            "goal": GOAL,
            "found_only_in_shadow": sum(found.get(defect) is Mode.SHADOW for defect in certain),
            "fired_where_clean": len(fired),
        },
    )


def _found(defect: Defect, document: Examined | None) -> Mode | None:
    """Return the mode of the check that found a defect; None where it was not found."""
    runs = (run for run in document.runs if run.code == defect.code) if document else ()
    return next((run.mode for run in runs for finding in run.findings if _at(defect, finding)), None)


def _at(defect: Defect, finding: Finding) -> bool:
    if defect.line is None and defect.page is None:  # it is about the whole document
        return True
    if defect.item and defect.item == finding.subject.item:
        return True
    own = [one for one in finding.evidence if not one.document]
    if any(one.line == defect.line if defect.line else one.page == defect.page for one in own):
        return True
    return any(_same_words(defect.quote, "".join(one.text.split())) for one in own)


def _same_words(quote: str, other: str) -> bool:
    """Return whether two quotations are of one place: nearly all of the shorter is in the longer."""
    alike = SequenceMatcher(None, quote, other, autojunk=False).find_longest_match().size
    return alike >= max(_WORDS, 0.9 * min(len(quote), len(other)))


def _table(defects: Sequence[Defect], found: dict[Defect, Mode]) -> Iterator[str]:
    """Yield a line a check: how many defects of each severity are found, and how many there are."""
    names = {check.code: check.name for check in ALL}
    expected = Counter((defect.code, defect.severity) for defect in defects)
    right = Counter((defect.code, defect.severity) for defect in found)
    yield f"{'code':8}{'check':26}" + "".join(f"{severity:>10}" for severity in Severity) + "   (found/expected)"
    for code in sorted({defect.code for defect in defects}):
        cells = [f"{right[code, one]}/{expected[code, one]}" if expected[code, one] else "-" for one in Severity]
        yield f"{code:8}{names.get(code, '(no such check yet)'):26}" + "".join(f"{cell:>10}" for cell in cells)


def _missed(defects: Sequence[Defect], found: dict[Defect, Mode]) -> Iterator[str]:
    yield "missed:"
    known = {check.code for check in ALL}
    for defect in defects:
        if defect not in found and defect.code in known:
            where = f"line {defect.line}" if defect.line else f"page {defect.page}"
            doubt = "" if defect.certain else " (debatable)"
            yield f"  {defect.code} {defect.severity}{doubt} {defect.file}, {where}: {defect.text}"
    without = Counter(defect.code for defect in defects if defect.code not in known)
    yield "  without a check: " + (", ".join(f"{code} {count}" for code, count in sorted(without.items())) or "none")


def _fired(tested: Sequence[Tested], defects: Sequence[Defect], documents: dict[str, Examined]) -> Iterator[str]:
    """Yield the findings of a check in a document where its relations hold, known defects left out."""
    codes = {check.name: check.code for check in ALL}
    for file, check in sorted({(one.file, one.check) for one in tested}):
        for run in _runs(documents.get(file), codes.get(check)):
            known = [defect for defect in defects if (defect.file, defect.code) == (file, run.code)]
            for finding in run.findings:
                if not any(_at(defect, finding) for defect in known):
                    yield f"  {file} {finding.code} {finding.severity} ({run.mode}): {finding.message}"


def _runs(document: Examined | None, code: str | None) -> Iterator[CheckRun]:
    yield from (run for run in (document.runs if document else ()) if run.code == code)


if __name__ == "__main__":
    main()
