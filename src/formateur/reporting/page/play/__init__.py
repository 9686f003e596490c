"""Play in the page: what the browser needs to answer by itself, and the words that it says it in.

`play_data` packs a forecast's draws, `play_messages` the words of a language, `play_markup` makes
the controls, and `play_script` joins the modules of ``reporting/page/modules`` that bring all of it
to life.
"""

from formateur.reporting.page.play.data import MOST_DRAWS, play_data
from formateur.reporting.page.play.markup import data_blocks, play_markup
from formateur.reporting.page.play.messages import PlayMessages, play_messages
from formateur.reporting.page.play.schema import PlayData
from formateur.reporting.page.play.script import play_script

__all__ = [
    "MOST_DRAWS",
    "PlayData",
    "PlayMessages",
    "data_blocks",
    "play_data",
    "play_markup",
    "play_messages",
    "play_script",
]
