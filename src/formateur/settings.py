"""Settings of a run and their defaults."""

DEFAULT_DRAWS = 20_000
"""Simulated elections: enough that a chance of one half is known to 0.4 percent."""

MOST_DRAWS = 1_000_000

DEFAULT_SEED = 1

DEFAULT_MODEL = "state-space"
"""Name of the model of the votes that is used when none is asked for."""

DEFAULT_LANGUAGE = "en"
"""Code of the language that people are told things in when they ask for none."""
