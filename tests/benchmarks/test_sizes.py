"""`make bench`: prints time and memory; nothing here fails because a machine is slow."""

import pytest

from benchmarks.__main__ import SIZES, main


@pytest.mark.benchmark
def test_import_export_and_pages():
    assert set(main(SIZES)) == set(SIZES)
