"""``python -m formateur``."""

from formateur.cli import main

if __name__ == "__main__":
    main()
