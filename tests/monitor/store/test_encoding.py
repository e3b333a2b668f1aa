import json
from dataclasses import replace

from monitor.store.encoding import decode, disclosures, encode
from records.disclosure import Disclosure
from records.table import TableKind
from tests.builders.contents import an_entry
from tests.builders.disclosures import a_claim, a_disclosure


def a_listing() -> Disclosure:
    listed = an_entry("一、收支总表", page=5, table=TableKind.SUMMARY)
    return replace(a_disclosure(claims=[a_claim("total", amount="18949.22")]), contents=(listed,))


def test_a_disclosure_is_read_back_unchanged() -> None:
    assert decode(disclosures(), encode(disclosures(), a_listing())) == a_listing()


def test_what_was_stored_before_lists_of_contents_were_read_stays_readable() -> None:
    stored = json.loads(encode(disclosures(), a_listing()))
    del stored["contents"]

    assert decode(disclosures(), json.dumps(stored)) == replace(a_listing(), contents=())
