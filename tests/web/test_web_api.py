"""The JSON API: documents of the command line, by address."""

from __future__ import annotations

from web_serving import OWN, Serving

from formateur import api, questions
from formateur.reporting.schema import ForecastDocument

DAY, FEW = "2019-09-14", 200


def test_the_elections_say_what_may_be_asked(serving: Serving) -> None:
    found = serving.get("/api/v1/elections").json()["elections"]
    assert {one["id"] for one in found} == {*api.elections(), OWN}
    (flagship,) = [one for one in found if one["id"] == "il-2019-09"]
    assert flagship["usual_day"] == "2019-09-16"
    assert flagship["first_day"] < DAY < flagship["last_day"]
    assert [one["vote"] for one in found] == sorted((o["vote"] for o in found), reverse=True)


def test_a_forecast_is_the_document(serving: Serving) -> None:
    found = serving.get(f"/api/v1/forecast/il-2019-09?as_of={DAY}&draws={FEW}")
    assert found.headers["content-type"] == "application/json"
    report = api.report(api.forecast("il-2019-09", as_of=DAY, draws=FEW))
    assert ForecastDocument.model_validate_json(found.text) == report.document
    table = serving.get(f"/api/v1/forecast/il-2019-09?as_of={DAY}&draws={FEW}&format=csv")
    assert table.text == report.to_csv()


def test_what_if_the_law_and_the_statements_were_others(serving: Serving) -> None:
    said = api.forecast("il-2019-09", as_of=DAY, draws=10).election.statements[-1].id
    address = f"/api/v1/forecast/il-2019-09?as_of={DAY}&draws={FEW}"
    found = serving.get(f"{address}&set=threshold.share%3D2%25&set=seats%3D101&without={said}")
    document = found.json()
    assert document["law"]["changes"] == ["threshold.share = 2%", "seats.value = 101"]
    assert document["without"] == [said]
    assert document["election"]["majority"] == 51


def test_coalitions_are_those_of_the_command_line(serving: Serving) -> None:
    address = f"/api/v1/coalitions/il-2019-09?as_of={DAY}&draws={FEW}"
    found = serving.get(f"{address}&include=likud&minority=true").json()
    assert found["majority"] == 61
    assert found["rows"]
    assert all("Likud" in row["names"] for row in found["rows"])


def test_changes_between_two_days(serving: Serving) -> None:
    address = f"/api/v1/changes/il-2019-09?from=2019-09-10&to={DAY}&draws={FEW}"
    report = api.compare("il-2019-09", "2019-09-10", DAY, draws=FEW)
    assert serving.get(address).text == report.to_json()
    assert serving.get(f"{address}&format=csv").text == report.to_csv()


def test_a_motion_and_what_if_lists_stood_elsewhere(serving: Serving) -> None:
    address = f"/api/v1/motion/il-2019-09/mutual-defence-treaty-us?as_of=2019-09-14&draws={FEW}"
    found = serving.get(f"{address}&set=blue_white%3Doppose&majority=absolute")
    report = questions.motion(
        "il-2019-09",
        "mutual-defence-treaty-us",
        as_of=DAY,
        positions={"blue_white": "oppose"},
        majority="absolute",
        draws=FEW,
    )
    assert found.text == report.to_json()
    assert serving.get(f"{address}&set=blue_white").status_code == 400
    assert serving.get(f"{address}&set=blue_white%3Dmaybe").status_code == 400
    other = address.replace("mutual-defence-treaty-us", "no-such-motion")
    assert serving.get(other).status_code == 400


def test_events_and_the_calendar(serving: Serving) -> None:
    address = f"/api/v1/events/il-2019-09?as_of={DAY}&draws={FEW}"
    report = questions.events("il-2019-09", as_of=DAY, draws=FEW)
    assert serving.get(address).text == report.to_json()
    assert serving.get(f"{address}&format=csv").text == report.to_csv()
    assert serving.get(f"{address}&event=no-such-event").status_code == 400
    calendar = questions.calendar("il-2019-09", as_of=DAY)
    assert serving.get(f"/api/v1/calendar/il-2019-09?as_of={DAY}").text == calendar.to_json()


def test_where_a_figure_comes_from(serving: Serving) -> None:
    address = f"/api/v1/explain/il-2019-09/seats.likud?as_of={DAY}&draws={FEW}"
    made = api.forecast("il-2019-09", as_of=DAY, draws=FEW)
    told = questions.explain(made, "seats.likud", language="es")
    assert serving.get(f"{address}&lang=es").text == told.to_json()
    unknown = serving.get(address.replace("likud", "likut"))
    assert unknown.status_code == 400
    assert "Near: seats.likud" in unknown.json()["detail"]
    assert serving.get(f"{address}&lang=tlh").status_code == 400


def test_after_the_vote_the_result_is_told(serving: Serving) -> None:
    found = serving.get(f"/api/v1/forecast/il-2019-09?as_of=2019-09-30&draws={FEW}").json()
    assert found["basis"] == "result"
