"""Size of what a page needs to play, and the time of its answers; prints Markdown.

Run by ``make bench``; the times need Node.js.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tempfile
from datetime import date
from functools import partial
from pathlib import Path

from measuring import heading, median_seconds, row

from formateur import api
from formateur.language import LANGUAGES, open_language
from formateur.reporting.page.play import PlayData, play_data, play_messages, play_script

CASES = (("il-2019-09", date(2019, 9, 14)), ("se-2022", date(2022, 9, 10)))


def kilobytes(text: str) -> str:
    """Tell the size of a text, plain and compressed."""
    plain, small = len(text.encode()), len(gzip.compress(text.encode(), 9))
    return f"{plain / 1000:.0f} | {small / 1000:.0f}"


def main() -> None:
    """Measure both elections."""
    packed: list[tuple[str, PlayData]] = []
    heading("in the page, kB", "plain", "compressed")
    row("script", kilobytes(play_script()))
    for election, day in CASES:
        forecast = api.forecast(election, as_of=day)
        data = play_data(forecast)
        packed.append((election, data))
        told = f"{election}: {data.draws:,} of {data.of:,} draws, {len(data.lists)} lists"
        row(told, kilobytes(data.embedded()))
        if election == CASES[0][0]:
            seconds = median_seconds(partial(play_data, forecast))
            words = [play_messages(forecast, open_language(one)).embedded() for one in LANGUAGES]
            row(
                f"{election}: its words, largest of {len(words)} languages",
                kilobytes(max(words, key=len)),
            )
    print(f"\nPacked in {seconds:.2f} s.")
    node = shutil.which("node")
    if node is None:
        print("Node.js is not there, so answers are not timed.")
        return
    for election, data in packed:
        heading(f"{election}, CPU time of an answer", "median", "longest")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "play.json"
            file.write_text(data.embedded(), encoding="utf-8")
            script = Path(__file__).with_suffix(".mjs")
            subprocess.run([node, str(script), str(file)], check=True)


if __name__ == "__main__":
    main()
