"""budgetwatch verify: recompute a finding from the bytes it was found in."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from checks.settings import CheckSettings
from monitor.commands.output import print_text
from monitor.commands.starting import NOTHING_DONE, ConfigOption, configured, opened, refuse
from monitor.recogniser import recogniser
from monitor.report import OUTCOMES
from monitor.store.engine import Store
from monitor.store.reports import Reported, reported
from monitor.verification import Ending, NotVerifiable, Verification
from monitor.verification import verify as recompute
from notifications.figures import place, shortened
from notifications.wording import KINDS, SCOPES, SEVERITIES, comparison
from records.evidence import Evidence
from records.finding import Finding

_ENDINGS = {
    Ending.CONFIRMED: "依原件重算：发现成立。",
    Ending.CHANGED: "依原件重算：仍有此发现，但数额或情形与报告时不同。",
    Ending.GONE: "依原件重算：没有此发现。",
}


def verify(
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT", help="Of a finding, or how it begins.")],
    config: ConfigOption = None,
) -> None:
    """Recompute a finding from the kept bytes; exit with 0 if it is found again, with 1 if not."""
    configuration = configured(config)
    settings = configuration.settings
    store = opened(settings.store)
    finding = _the_one(store, fingerprint)
    try:
        with recogniser(settings) as reader:  # it reads pictures too, should there be any
            verification = recompute(finding, store, reader, settings.store.kept, configuration.checks)
    except NotVerifiable as reason:
        refuse(str(reason), NOTHING_DONE)
    finally:
        store.close()
    print_text("\n".join(_lines(verification, configuration.checks)))
    raise typer.Exit(0 if verification.ending is Ending.CONFIRMED else NOTHING_DONE)


def _the_one(store: Store, fingerprint: str) -> Reported:
    with store.read() as session:
        found = reported(session, fingerprint if fingerprint.startswith("v") else f"v1:{fingerprint}")
    if not found:
        refuse(f"没有指纹为 {fingerprint} 的发现。(no such finding; check --json prints fingerprints)", NOTHING_DONE)
    if len(found) > 1:
        lines = (f"  {one.finding.fingerprint}  {one.finding.code}  {one.finding.message}" for one in found)
        refuse("\n".join((f"“{fingerprint}”对应 {len(found)} 个发现，请写全：", *lines)), NOTHING_DONE)
    return found[0]


def _lines(verification: Verification, checks: Sequence[CheckSettings]) -> Iterator[str]:
    finding, subject = verification.now or verification.reported, verification.reported.subject
    title = next(one.check.title for one in checks if one.check.code == finding.code)
    yield f"[{SEVERITIES[finding.severity]}] {finding.code} {title}　{finding.fingerprint}"
    yield f"{subject.body.name} {subject.fiscal_year} 年{SCOPES[subject.scope]}{KINDS[subject.kind]}"
    yield f"原件 {verification.file}（SHA-256 {verification.sha256}）"
    yield _ENDINGS[verification.ending]
    if verification.ending is not Ending.CONFIRMED:
        reason = f"（{verification.run.reason}）" if verification.run.reason else ""
        yield f"  检查结果：{OUTCOMES[verification.run.outcome]}{reason}"
        yield f"  报告时：{verification.reported.message}"
    if verification.now:
        yield from _reckoning(verification.now)


def _reckoning(finding: Finding) -> Iterator[str]:
    """Yield the sum written out, and everything it rests on as printed."""
    yield f"  {finding.message}"
    if both := comparison(finding):
        yield f"  {both}"
    if finding.caused_by:
        yield f"  与 {finding.caused_by} 是同一原因，通报时列在其下。"
    yield "  依据："
    yield from (f"    {_printed(evidence)}" for evidence in finding.evidence)


def _printed(evidence: Evidence) -> str:
    if evidence.absent:
        return f"{place(evidence)}：查无"
    return f"{place(evidence)}：{f'“{shortened(evidence.text, 200)}”' if evidence.text else '未填'}"
