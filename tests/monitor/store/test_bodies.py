from dataclasses import replace

from monitor.store.bodies import known_bodies
from monitor.store.engine import Store
from records.body import Body
from records.disclosure import Kind
from tests.builders.disclosures import BUREAU, a_disclosure
from tests.builders.stored import publish


def test_a_body_is_shown_with_all_it_disclosed_under_every_name_it_was_printed_with(store: Store) -> None:
    publish(store, "2022.pdf", a_disclosure(2022, body=Body("石家庄市 司法局")))
    publish(store, "2023.pdf", a_disclosure(2023, body=BUREAU), at=1)
    publish(store, "2023决算.pdf", a_disclosure(2023, body=BUREAU, kind=Kind.FINAL_ACCOUNTS), at=2)

    with store.read() as session:
        (bureau,) = known_bodies(session)

    assert set(bureau.names) == {"石家庄市司法局", "石家庄市 司法局"}
    assert bureau.codes == ("315",)
    assert [(one.fiscal_year, one.kind) for one in bureau.disclosed] == [
        (2023, Kind.BUDGET),
        (2023, Kind.FINAL_ACCOUNTS),
        (2022, Kind.BUDGET),
    ]


def test_a_renamed_body_is_one_body(store: Store) -> None:
    before = Body("石家庄市环境保护局", known_as="石家庄市生态环境局")
    publish(store, "2017.pdf", replace(a_disclosure(2017), body=before))
    publish(store, "2023.pdf", replace(a_disclosure(2023), body=Body("石家庄市生态环境局")), at=1)

    with store.read() as session:
        (bureau,) = known_bodies(session, "生态环境")
        assert known_bodies(session, "司法") == ()

    assert bureau.key == "石家庄市生态环境局"
    assert bureau.names == ("石家庄市生态环境局", "石家庄市环境保护局")
