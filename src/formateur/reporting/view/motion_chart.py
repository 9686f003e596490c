"""The picture of a motion: for, undecided and against in one parliament, and what it needs."""

from __future__ import annotations

from formateur.language import message
from formateur.reporting.motion_schema import MotionPart
from formateur.reporting.view.charts import Camp, Chart, MotionSeats
from formateur.reporting.view.seats_charts import benches_of
from formateur.reporting.view.words import Words


def motion_chart(words: Words, motion: MotionPart) -> Chart:
    """Picture how many seats are for, undecided and against in the parliament of the document."""
    camps = tuple(camp for camp in _camps(words, motion) if camp.seats)
    needed = motion.seats_needed
    say = words.language.say
    name = words.called(motion.title).text
    return Chart(
        id=f"motion-{motion.id}",
        kind="motion",
        title=say("{motion}: seats in the parliament that was elected", motion=name)
        if words.document.basis == "result"
        else say(
            "{motion}: seats in one of the simulated parliaments, near the middle of all",
            motion=name,
        ),
        description=say(
            "Seats: {camps}.",
            camps=tuple(
                message("{name} {seats}", name=camp.label, seats=camp.seats) for camp in camps
            ),
        ),
        table=f"positions-{motion.id}",
        data=MotionSeats(
            camps=camps,
            needed=needed,
            needed_label=words.say("more yes than no")
            if needed is None
            else say("needed: {seats}", seats=needed),
        ),
    )


def _camps(words: Words, motion: MotionPart) -> list[Camp]:
    labels = {
        "support": words.say("for"),
        "split": words.say("split"),
        "abstain": words.say("abstaining"),
        "unknown": words.say("no position known"),
        "oppose": words.say("against"),
    }
    stand = {one.list: one.position for one in motion.positions}
    camps = []
    for position, label in labels.items():
        here = tuple(x for x in benches_of(words) if stand.get(x.id, "unknown") == position)
        camps.append(
            Camp(position=position, label=label, benches=here, seats=sum(one.seats for one in here))
        )
    return camps
