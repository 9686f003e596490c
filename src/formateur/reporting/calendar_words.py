"""The steps of a procedure in words."""

from __future__ import annotations

from collections.abc import Mapping

from formateur.language import Message, message

STEPS: Mapping[str, Message] = {
    "election-called": message("election called"),
    "parliament-dissolved": message("parliament dissolved"),
    "lists-close": message("lists of candidates close"),
    "agreements-close": message("last day for surplus-vote agreements"),
    "poll-silence": message("no new polls from now on"),
    "vote": message("vote"),
    "results": message("official results"),
    "consultations-start": message("consultations begin"),
    "consultations-end": message("consultations end"),
    "mandate-given": message("task of forming a government given"),
    "mandate-extended": message("task extended"),
    "mandate-returned": message("task given back"),
    "mandate-expired": message("task run out"),
    "parliament-period-start": message("parliament's own turn begins"),
    "parliament-period-end": message("parliament's own turn ends"),
    "coalition-agreement": message("coalition agreement"),
    "government-announced": message("government announced"),
    "investiture-vote": message("vote of investiture"),
    "government-sworn-in": message("government sworn in"),
    "government-resigned": message("government resigns"),
}
"""The steps of `formateur.facts.STEPS`."""
