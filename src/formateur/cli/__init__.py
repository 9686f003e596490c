"""The command line: ``formateur COMMAND``.

Nothing heavy is imported before a command runs, so that ``formateur --help`` answers at once.
"""

from __future__ import annotations

import sys

from formateur.cli.signs import never_fail_on_signs
from formateur.errors import FormateurError, UsageError

INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code.

    Exit codes: 0 done, 2 usage, 3 data, 4 law, 5 not enough polls, 130 interrupted.
    """
    try:
        code = run()
    except KeyboardInterrupt:  # while modules are still being loaded
        _say("stopped.")
        code = INTERRUPTED
    sys.exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; messages go to the error stream.

    Parameters
    ----------
    arguments
        Words after ``formateur``; by default those of the process.
    """
    import typer

    if sys.stdout is None:
        _say("the output is closed; there is nowhere to write to.")
        return UsageError.exit_code
    for stream in (sys.stdout, sys.stderr):
        never_fail_on_signs(stream)
    try:
        code = _command(sys.argv[1:] if arguments is None else arguments)
    except typer.TyperException as error:
        _say(f"{error.format_message()} Try `formateur --help`, or --help after a command.")
        return error.exit_code
    except FormateurError as error:
        _say(str(error))
        return error.exit_code
    except BrokenPipeError:  # the reader has left: formateur ... | head
        _forget_output()
        return 0
    except OSError as error:
        _forget_output()
        _say(f"the output cannot be written: {error.strerror}.")
        return UsageError.exit_code
    if code == INTERRUPTED:  # a command that is interrupted ends with this code, not an exception
        _say("stopped.")
    return code


def _command(words: list[str]) -> int:
    """Run the command that the words name, and see that all it wrote has left."""
    from formateur.cli.app import app

    try:
        code = app(words or ["--help"], prog_name="formateur", standalone_mode=False)
    except SystemExit:  # so typer says that the reader has left; nothing else exits here
        raise BrokenPipeError from None
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _say(message: str) -> None:
    print(f"formateur: {message}", file=sys.stderr)  # noqa: T201


def _forget_output() -> None:
    """Stop Python from flushing, when it ends, to where nothing can be written."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
