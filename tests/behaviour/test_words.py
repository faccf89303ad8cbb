"""Quotes are compared by their words, and different words never pass for the same."""

import pytest

from tests.behaviour.words import words


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The army", "army"),
        ("POLICE", "police"),
        ("the stadium's owners", "stadium’s owners"),
        ("more  than\n1,300", "More than 1,300"),
        ("an air strike.", "air strike"),
        ("Ghana's", "Ghana"),
    ],
)
def test_the_same_words(first, second):
    assert words(first) == words(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("police", "police officers"), ("13", "1,3"), ("a", "two"), ("in Goma", "Goma"), ("not hurt", "hurt")],
)
def test_other_words(first, second):
    assert words(first) != words(second)


def test_an_article_alone_is_a_word():
    assert words("A") == ("a",)
