"""Settings of the documentation; built by ``make docs``."""

import sys
from pathlib import Path

import formateur

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "Formateur"
author = "The Formateur developers"
copyright = f"2026, {author}"
release = version = formateur.__version__

extensions = [
    "myst_parser",
    "numpydoc",
    "legal_steps",
    "record_tables",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_use_type_comments = False
numpydoc_show_class_members = False
doctest_global_setup = "from datetime import date"

html_theme = "furo"
html_title = f"Formateur {release}"
