"""The words of play, and where they are said."""

from __future__ import annotations

import json
import re

import pytest
from play_cases import flagship, flagship_data

from formateur.language import LANGUAGES, open_language
from formateur.reporting.page.play import data_blocks, play_markup, play_messages
from formateur.reporting.page.play.messages import SENTENCES
from formateur.reporting.page.script import MODULES, source

KINDS = {"passes", "misses", "largest", "above", "below", "majority", "none", "high", "low"}


def test_every_sentence_is_said_and_every_said_one_is_there() -> None:
    code = "".join(source(one) for one in MODULES)
    keys = set(re.findall(r'"([a-z_]+)"', code))
    said = set(re.findall(r'say\("([a-z_]+)"', code))
    assert said <= set(SENTENCES)
    assert set(SENTENCES) <= keys


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_have_every_plural_form(code: str) -> None:
    language = open_language(code)
    messages = play_messages(flagship(), language)
    forms = {language.locale.plural_form(n) for n in range(1000)}
    for key, said in SENTENCES.items():
        told = messages.sentences[key]
        if said.plural:
            assert isinstance(told, dict)
            assert set(told) == forms
        else:
            assert isinstance(told, str)
            assert set(re.findall(r"{(\w+)}", told)) == set(re.findall(r"{(\w+)}", said.text))


@pytest.mark.slow
def test_blocks_can_hold_any_text() -> None:
    messages = play_messages(flagship(), open_language("en"))
    names = {**messages.names, "lists": {"a": "</script><b>&"}}
    spoilt = messages.model_copy(update={"names": names})
    blocks = str(data_blocks(flagship_data(), spoilt))
    assert blocks.count("<") == 4, "two elements, opened and closed"
    text = blocks.rpartition('id="play-messages">')[2].removesuffix("</script>")
    assert json.loads(text)["names"]["lists"]["a"] == "</script><b>&"


@pytest.mark.slow
def test_markup_escapes_names() -> None:
    language = open_language("en")
    messages = play_messages(flagship(), language)
    lists = {**messages.names["lists"], "likud": "<b>&"}
    spoilt = messages.model_copy(update={"names": {**messages.names, "lists": lists}})
    parts = play_markup(flagship_data(), spoilt, language)
    assert set(parts) == {"seats", "government", "motions"}
    assert all("<b>" not in part for part in parts.values())
    assert all("&lt;b&gt;&amp;" in parts[one] for one in ("government", "motions"))
