"""Renders a digest: subject, plain text, HTML with its styles inlined, and the list of all findings."""

from dataclasses import dataclass

from css_inline import CSSInliner
from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from notifications import figures, wording
from notifications.digest import Digest
from notifications.grouping import Arrangement, Limits, arrange
from notifications.spreadsheet import findings_csv
from notifications.subject import subject_line

LARGEST_HTML = 95_000
"""Bytes. Gmail cuts a mail off at about 102 KB, and what is cut off looks like silence."""

_FILTERS = (
    *(figures.figure, figures.percent, figures.place, figures.shortened),
    *(wording.basis_sentence, wording.checks_sentence, wording.clean_sentence, wording.comparison),
    *(
        wording.occasion_sentence,
        wording.reading_sentence,
        wording.roundings_sentence,
        wording.sangong_sentence,
        wording.severity_counts,
        wording.title,
    ),
    *(wording.total_sentence, wording.verdict),
)


@dataclass(frozen=True, slots=True)
class RenderedDigest:
    """A digest in words, ready to be put into a message."""

    subject: str
    text: str
    html: str
    csv: bytes | None
    """The list of all findings; None where there are none."""


def render(digest: Digest, limits: Limits | None = None) -> RenderedDigest:
    """Render a digest, showing fewer findings where the HTML would be too large for a mail to be shown whole."""
    limits = limits or Limits()
    templates = environment()
    arrangement = arrange(digest, limits)
    html = _html(templates, digest, arrangement, limits)
    while len(html.encode()) > LARGEST_HTML and limits != limits.reduced():
        limits = limits.reduced()
        arrangement = arrange(digest, limits)
        html = _html(templates, digest, arrangement, limits)
    return RenderedDigest(
        subject=subject_line(digest),
        text=_fill(templates, "digest.txt.jinja", digest, arrangement, limits),
        html=html,
        csv=findings_csv(digest) if any(news.findings for news in digest.disclosures) else None,
    )


def environment() -> SandboxedEnvironment:
    """Return the templates' environment: what a document says is text and never markup or code."""
    templates = SandboxedEnvironment(
        loader=PackageLoader("notifications"),
        autoescape=lambda name: name is not None and name.endswith(".html.jinja"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update({function.__name__: function for function in _FILTERS})
    templates.globals.update(SEVERITIES=wording.SEVERITIES, NEWS=wording.NEWS)
    return templates


def _html(templates: SandboxedEnvironment, digest: Digest, arrangement: Arrangement, limits: Limits) -> str:
    # keep_at_rules keeps the block for dark screens, which cannot be inlined.
    inliner = CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
    return inliner.inline(_fill(templates, "digest.html.jinja", digest, arrangement, limits))


def _fill(templates: SandboxedEnvironment, name: str, digest: Digest, arrangement: Arrangement, limits: Limits) -> str:
    return templates.get_template(name).render(
        digest=digest, counts=digest.counts, arrangement=arrangement, limits=limits, subject=subject_line(digest)
    )
