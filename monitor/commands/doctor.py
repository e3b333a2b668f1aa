"""budgetwatch doctor: what is wrong with the installation, and how to mend it."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from checks.registry import ALL
from monitor.commands.output import print_text
from monitor.commands.starting import NOTHING_DONE, ConfigOption
from monitor.contract.values import Json
from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.doctor.examination import examine, refused
from monitor.service import utc_now
from monitor.settings_file import InvalidConfiguration, config_directory, load_configuration
from parsing.readers.office.program import OfficeProgram

WORDS: Mapping[Health, str] = {Health.OK: "正常", Health.WARNING: "警告", Health.ERROR: "错误"}
SCHEMA = 1


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    config: ConfigOption = None,
) -> None:
    """Look at every part of the installation; exit with 1 where one does not work. Nothing is changed or sent."""
    diagnoses = []
    for diagnosis in _diagnoses(config):
        diagnoses.append(diagnosis)
        if not as_json:
            print_text("\n".join(_lines(diagnosis)))
    if as_json:
        print_text(json.dumps(_json(diagnoses), ensure_ascii=False, indent=1))
    else:
        print_text(_summary(diagnoses))
    raise typer.Exit(0 if _healthy(diagnoses) else NOTHING_DONE)


def _diagnoses(config: Path | None) -> Iterator[Diagnosis]:
    try:
        configuration = load_configuration(config_directory(config), ALL)
    except InvalidConfiguration as invalid:
        yield from refused(invalid)
    else:
        yield from examine(configuration, utc_now(), os.geteuid(), OfficeProgram())


def _healthy(diagnoses: Iterable[Diagnosis]) -> bool:
    return all(diagnosis.health is not Health.ERROR for diagnosis in diagnoses)


def _lines(diagnosis: Diagnosis) -> Iterator[str]:
    yield f"{WORDS[diagnosis.health]}　{diagnosis.title}：{diagnosis.message}"
    if diagnosis.remedy:
        yield f"　　　办法：{diagnosis.remedy}"


def _summary(diagnoses: list[Diagnosis]) -> str:
    counts = Counter(diagnosis.health for diagnosis in diagnoses)
    return f"共 {counts.total()} 项：" + "，".join(f"{words} {counts[health]}" for health, words in WORDS.items())


def _json(diagnoses: list[Diagnosis]) -> Json:
    return {
        "schema": SCHEMA,
        "healthy": _healthy(diagnoses),
        "diagnoses": [
            {
                "part": diagnosis.part,
                "health": diagnosis.health,
                "message": diagnosis.message,
                "remedy": diagnosis.remedy or None,
            }
            for diagnosis in diagnoses
        ],
    }
