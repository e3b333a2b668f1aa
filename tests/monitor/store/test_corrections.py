from monitor.store.corrections import correct, correction_of, documents_named, leave_to_the_text
from monitor.store.engine import Store
from monitor.store.schema import DocumentRow
from monitor.store.states import State
from records.body import Scope
from records.correction import Correction
from records.disclosure import Kind
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import check, minutes, publish

SAID = Correction("王工", body="定州市司法局", fiscal_year=2021, kind=Kind.PERFORMANCE, scope=Scope.UNIT)


def state_of(store: Store, document_id: int) -> State:
    with store.read() as session:
        row = session.get(DocumentRow, document_id)
        assert row is not None
        return row.state


def test_a_corrected_document_is_read_again_with_what_was_said_of_it(store: Store) -> None:
    document = publish(store, "绩效文本.docx", a_disclosure(2023))
    check(store, document, at=1)

    with store.write() as session:
        correct(session, document, SAID, "电话核实", minutes(2))

    assert state_of(store, document) is State.RECEIVED
    with store.read() as session:
        assert correction_of(session, document) == SAID


def test_the_last_correction_counts_and_can_be_withdrawn(store: Store) -> None:
    document = publish(store, "绩效文本.docx", a_disclosure(2023))
    with store.write() as session:
        correct(session, document, SAID, "", minutes(1))
        correct(session, document, Correction("李工", fiscal_year=2022), "", minutes(2))
        assert correction_of(session, document) == Correction("李工", fiscal_year=2022)

        assert leave_to_the_text(session, document, minutes(3))
        assert correction_of(session, document) is None
        assert not leave_to_the_text(session, document, minutes(4))


def test_a_document_is_named_by_its_file_its_path_or_the_start_of_its_hash(store: Store) -> None:
    document = publish(store, "司法局/绩效文本.docx", a_disclosure(2023))
    with store.read() as session:
        (by_name,) = documents_named(session, "绩效文本.docx")
        assert by_name.document_id == document
        assert documents_named(session, "司法局/绩效文本.docx") == (by_name,)
        assert documents_named(session, by_name.sha256[:10].upper()) == (by_name,)
        assert documents_named(session, "文本") == ()
