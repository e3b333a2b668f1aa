"""Says of a movement what both figures are and where they stand, or what last year's was reckoned from."""

from collections.abc import Sequence

from checks.wording import place, wan
from records.evidence import Evidence
from records.headline import Movement, PriorFrom


def current_figure(movement: Movement, since: str = "") -> str:
    """Return this year's figure with its place, and since when it is so: 112.40 万元（第 19 页，已连续 3 年）."""
    if movement.current is None:
        return ""
    remarks = [place(movement.evidence[0]).strip("（）") if movement.evidence else "", since]
    remark = "，".join(one for one in remarks if one)
    return f"{wan(movement.current.yuan)}{f'（{remark}）' if remark else ''}"


def prior_figure(movement: Movement) -> str:
    """Return last year's figure with its place, or what it was reckoned from: 26,391.23 万元（按第 6 页所述推算）."""
    if movement.prior is None:
        return ""
    at = _earlier(movement)
    return f"{wan(movement.prior.yuan)}{f'（按{_bare(at)}所述推算）' if _is_stated(movement) else place(at)}"


def basis(movements: Sequence[Movement]) -> str:
    """Return where last year's figures come from: 上年数按第 6 页所述推算, 上年数见《2024年预算.pdf》第 7 页."""
    at = {stated: [_earlier(one) for one in movements if _is_stated(one) is stated] for stated in (False, True)}
    seen, said = ("、".join(dict.fromkeys(map(_bare, at[stated]))) for stated in (False, True))
    parts = [f"见{seen}" if seen else "", f"按{said}所述推算" if said else ""]
    return f"上年数{'，或'.join(part for part in parts if part)}"


def _is_stated(movement: Movement) -> bool:
    """Whether last year's figure was reckoned from what this document states, and not printed anywhere."""
    return movement.prior_from is PriorFrom.STATED


def _earlier(movement: Movement) -> Evidence:
    """Return where last year's figure stands; a movement ends with that."""
    return movement.evidence[-1] if movement.evidence else Evidence()


def _bare(at: Evidence) -> str:
    return place(at).strip("（）") or "本文"
