import tracemalloc

from claimx.archives.article import Article
from claimx.batch.run import run_batch
from tests.batch.fakes import FakeFile, claims_of, make_job

TEXT = "At least 7 people were killed in raid number {}."


def peak_of(output, articles):
    def open_file(file, start):
        for position in range(start, file.size):
            yield Article(f"n{position}", TEXT.format(position), None, None, file.path, position)

    def read(batch):
        return [claims_of(article.text) if article.position % 20 == 0 else [] for article in batch]

    tracemalloc.start()
    try:
        counts = run_batch(make_job(output, [FakeFile("a", articles)]), read, open_file)
        return counts, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_archive(tmp_path):
    peak_of(tmp_path / "warm.parquet", 100)
    _, few = peak_of(tmp_path / "few.parquet", 1000)
    counts, many = peak_of(tmp_path / "many.parquet", 20_000)
    assert (counts.articles, counts.claims) == (20_000, 1000)
    assert many - few < 8e6
