"""The texts that the search is measured on look like those of a real collection, and an import takes them."""

import random
from collections import Counter
from itertools import islice
from statistics import fmean

import pytest

from benchmarks.searching import lexicon, questions, texts
from projects.search.analysis import STOP_WORDS, words
from projects.services.reference import load_reference
from tests.projects.imports import done, run

RNG = random.Random(1)  # noqa: S311 - nothing secret


class TestLexicon:
    """The vocabulary is large, and used as unevenly as in a real collection."""

    def test_tens_of_thousands_of_different_words(self):
        assert len(set(lexicon.words())) == len(lexicon.words()) > 50_000

    def test_the_first_are_used_far_more_than_the_last(self):
        used = Counter(lexicon.some(RNG, 50_000))
        first, last = lexicon.words()[:100], lexicon.words()[-1000:]
        assert min(used[word] for word in first) > max(used[word] for word in last)

    def test_a_word_between_two_ranks(self):
        ranks = [lexicon.words().index(lexicon.between(RNG, 50, 5_000)) for _ in range(50)]
        assert 50 <= min(ranks) < 500 < max(ranks) <= 5_000


class TestTexts:
    """The records of projects."""

    def test_same_for_the_same_seed_at_every_size(self):
        assert list(texts.records(5, seed=3)) == list(islice(texts.records(50, seed=3), 5))
        assert next(texts.records(1, seed=3)) != next(texts.records(1, seed=4))

    def test_as_long_as_real_ones(self):
        assert 120 <= fmean(len(texts.plain(record).split()) for record in texts.records(200)) <= 250

    def test_most_words_are_rare_and_a_few_stand_nearly_everywhere(self):
        found = [set(words(texts.plain(record))) - STOP_WORDS for record in texts.records(300)]
        often = Counter(word for one in found for word in one)
        assert len(often) > 3_000
        assert sum(number <= 3 for number in often.values()) > len(often) / 2
        assert often.most_common(1)[0][1] > 200

    @pytest.mark.slow
    @pytest.mark.django_db
    def test_are_imported(self):
        load_reference()
        assert done(run(*texts.records(30))) == {"created": 30}


class TestQuestions:
    """What is asked at every size."""

    def test_short_ones(self):
        assert {len(text.split()) for text in questions.short()} == {1, 2, 3}
        assert len(set(questions.short())) == questions.SHORT >= 10

    def test_plans_are_not_among_the_projects(self):
        lengths = [len(text.split()) for text in questions.plans()]
        assert len(lengths) >= 5
        assert (min(lengths), max(lengths)) == (60, 120)
        assert not any(texts.plain(record).startswith(questions.plans()[0]) for record in texts.records(20))
