"""Play in the page: what the browser needs to answer by itself, and the words that it says it in.

`play_data` packs a forecast's draws; the modules of ``reporting/page/modules`` read them.
"""

from formateur.reporting.page.play.data import MOST_DRAWS, play_data
from formateur.reporting.page.play.schema import PlayData

__all__ = ["MOST_DRAWS", "PlayData", "play_data"]
