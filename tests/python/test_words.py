"""The words of the vocabulary."""

from __future__ import annotations

import json
import pickle

import pytest

import felkod
from felkod import Advice, Retry, _felkod
from felkod._words import Word


def test_the_words_are_those_of_the_vocabulary_in_its_order() -> None:
    for name, words in _felkod.words():
        members = [(word.name, word.value) for word in getattr(felkod, name)]
        wanted = [(word.upper(), word) for word in words]
        lines = "\n".join(f'    {upper} = "{word}"' for upper, word in wanted)
        assert members == wanted, f"the members of {name} in _words.py must be:\n{lines}"


def test_every_class_of_words_is_one_of_the_vocabulary() -> None:
    assert [word.__name__ for word in Word.__subclasses__()] == [name for name, _ in _felkod.words()]


def test_a_word_is_its_string() -> None:
    for kind in Word.__subclasses__():
        for word in kind:
            assert word == word.value == str(word) == f"{word}" == f"{word:s}"
            assert kind(word.value) is word
            assert hash(word) == hash(word.value)
            assert json.loads(json.dumps(word)) == word
            assert pickle.loads(pickle.dumps(word)) is word


def test_every_word_has_a_label_in_each_language() -> None:
    for kind in Word.__subclasses__():
        labels = {word: (word.label(), word.label("sv")) for word in kind}
        assert all(english and swedish for english, swedish in labels.values()), labels
        same = [word for word, (english, swedish) in labels.items() if english == swedish]
        assert len(same) < len(labels) or kind is felkod.Api, f"{kind} is not in Swedish"
    assert Advice.BACKOFF.label() != Advice.BACKOFF.value
    assert Retry.NO.label("sv") == "nej"


def test_a_label_in_a_language_of_another_type_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="lang must be str, not int"):
        Advice.BACKOFF.label(5)  # type: ignore[arg-type]
