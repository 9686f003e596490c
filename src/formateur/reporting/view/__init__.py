"""The view: one model of what a reader sees, in the reader's language.

Made from the forecast document alone, it feeds the terminal, the page, tables and images.
"""
