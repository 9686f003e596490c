"""What is said to people, in their language: sentences, numbers, days and lists.

Sentences are written in English in the code and translated by the catalogues in ``data/locale``;
numbers, days and lists follow the Unicode Common Locale Data Repository (CLDR).
"""

from formateur.language.catalogue import LANGUAGES
from formateur.language.isolation import isolate
from formateur.language.message import Amount, Message, Value, message, message_many
from formateur.language.speech import Language, in_english, open_language

__all__ = [
    "LANGUAGES",
    "Amount",
    "Language",
    "Message",
    "Value",
    "in_english",
    "isolate",
    "message",
    "message_many",
    "open_language",
]
