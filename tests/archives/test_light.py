import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["claimx", "claimx.archives.read", "claimx.archives.files"])
def test_importing_it_brings_no_heavy_package(module):
    heavy = [
        "trafilatura",
        "lxml",
        "pyarrow",
        "fastwarc",
        "ftfy",
        "charset_normalizer",
        "dateparser",
        "fsspec",
        "torch",
        "spacy",
    ]
    code = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_reading_json_lines_brings_no_package_of_another_format(tmp_path):
    (tmp_path / "n.jsonl").write_text('{"text": "Señor Peña murió.", "date": "2019-05-31"}\n', encoding="utf-8")
    code = (
        "import sys; from claimx.archives.files import list_files; from claimx.archives.read import read_archive\n"
        f"assert len(list(read_archive(list_files([{str(tmp_path)!r}])))) == 1\n"
        "print([n for n in ['trafilatura', 'lxml', 'pyarrow', 'fastwarc', 'dateparser', 'torch'] if n in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
