from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.archives.article import Article
from claimx.batch.likeness.hash_index import HashIndex
from claimx.batch.likeness.near_duplicates import NearDuplicates
from claimx.batch.run import run_batch
from tests.batch.fakes import FakeFile, claims_of, make_job
from tests.batch.test_run import results

TEXT = "At least 7 people were killed in the raid."
LONG = " ".join(f"word{number}" for number in range(200))


def run(tmp_path, texts, **options):
    """Run over texts or (text, date) pairs: counts, results and the texts that were read."""
    articles = [(text, None) if isinstance(text, str) else text for text in texts]
    asked = []

    def open_file(file, start):
        for position, (text, day) in enumerate(articles):
            if position >= start:
                yield Article(f"n{position}", text, day, None, file.path, position)

    def read(batch):
        asked.extend(article.id for article in batch)
        return [ValueError("it fails") if article.text == "fails" else claims_of(article.text) for article in batch]

    output = tmp_path / "out.jsonl"
    counts = run_batch(make_job(output, [FakeFile("a", len(texts))], **options), read, open_file)
    return counts, results(output), asked


def test_the_same_text_is_read_once_and_marked(tmp_path):
    for part_size in (1, 2, 10):
        folder = tmp_path / str(part_size)
        folder.mkdir()
        counts, found, asked = run(folder, [TEXT, "other", TEXT, TEXT], part_size=part_size)
        assert asked == ["n0", "n1"]
        assert [result.duplicate_of for result in found] == [None, None, "n0", "n0"]
        assert found[2].claims == found[3].claims == found[0].claims != ()
        assert (counts.duplicates, counts.copied, counts.claims) == (2, 2, 3)


def test_other_white_space_or_case_is_a_duplicate_with_offsets_of_its_own(tmp_path):
    for part_size in (1, 10):
        folder = tmp_path / str(part_size)
        folder.mkdir()
        texts = [TEXT, "\n " + TEXT, TEXT.replace(" ", "  "), TEXT.upper()]
        _, found, asked = run(folder, texts, part_size=part_size)
        assert asked == ["n0", "n1", "n2", "n3"]
        assert [result.duplicate_of for result in found] == [None, "n0", "n0", "n0"]
        for text, result in zip(texts, found, strict=True):
            for claim in result.claims:
                for _, quote in claim.quotes():
                    assert text[quote.start : quote.end] == quote.text


def test_another_date_is_a_duplicate_that_is_read_again(tmp_path):
    _, found, asked = run(tmp_path, [(TEXT, date(2024, 5, 1)), (TEXT, date(2024, 5, 2))])
    assert asked == ["n0", "n1"]
    assert found[1].duplicate_of == "n0"


def test_the_copy_of_an_article_that_fails_fails_too(tmp_path):
    counts, found, asked = run(tmp_path, ["fails", "fails", TEXT, "FAILS"])
    assert asked == ["n0", "n2", "n3"]
    assert counts.quarantined == 2
    assert [(result.article_id, result.duplicate_of) for result in found] == [("n2", None), ("n3", None)]


def test_texts_without_words_resemble_nothing(tmp_path):
    _, found, _ = run(tmp_path, ["", " ", "\n"])
    assert [result.duplicate_of for result in found] == [None, None, None]


def test_near_duplicates_are_marked_on_request_and_read(tmp_path):
    texts = [LONG, LONG.replace("word100", "changed"), LONG.replace("word100", "changed").upper(), LONG[::-1]]
    for part_size in (1, 10):
        folder = tmp_path / str(part_size)
        folder.mkdir()
        counts, found, asked = run(folder, texts, near_duplicates=0.9, part_size=part_size)
        assert [result.duplicate_of for result in found] == [None, "n0", "n1", None]
        assert (counts.near_duplicates, counts.duplicates) == (1, 1)
        assert asked == ["n0", "n1", "n2", "n3"]
    (tmp_path / "exact").mkdir()
    counts, found, _ = run(tmp_path / "exact", texts)
    assert [result.duplicate_of for result in found] == [None, None, "n1", None]


def test_near_duplicates_are_found_from_the_threshold_on():
    """Of pairs well above the threshold nearly all are found, of pairs well below it hardly any."""
    near = NearDuplicates(0.8)
    signatures = []
    for number in range(100):
        words = [f"w{number}x{place}" for place in range(300)]
        signature = near.signature(" ".join(words))
        near.remember(signature, number)
        signatures.append((signature, words))
    close = far = 0
    for number, (_, words) in enumerate(signatures):
        few = [f"c{place}" if place % 100 == 0 else word for place, word in enumerate(words)]  # resemblance 0.94
        many = [f"c{place}" if place % 10 == 0 else word for place, word in enumerate(words)]  # resemblance 0.54
        close += near.find(near.signature(" ".join(few)), lambda place: signatures[place][0]) == number
        far += near.find(near.signature(" ".join(many)), lambda place: signatures[place][0]) is not None
    assert close >= 97
    assert far == 0


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 2**64 - 1) | st.integers(0, 50), st.integers(0, 2**62)), max_size=200))
def test_the_index_keeps_the_first_value_of_each_key(pairs):
    from unittest.mock import patch

    expected = {}
    with patch("claimx.batch.likeness.hash_index._LEAST_RECENT", 8):
        index = HashIndex()
        for key, value in pairs:
            index.add(key, value)
            expected.setdefault(key, value)
    assert len(index) == len(expected)
    assert {key: index.get(key) for key in expected} == expected
    assert index.get(2**63 + 12345) == expected.get(2**63 + 12345)
