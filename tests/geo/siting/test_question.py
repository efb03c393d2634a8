"""What a question may hold, and the message that names the part at fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import store
from geo.errors import UnknownId
from geo.siting import rank_command
from geo.siting.criteria import IDS
from geo.siting.limits import FacetLimit, Limit, parse_limit
from geo.siting.question import Question, make_question, read_pairs, read_prefer, to_params
from geo.siting.question_error import QuestionError
from geo.siting.ranking import rank_parks
from geo.siting.weights import PRESETS, balance_weights, check_weights


@pytest.mark.parametrize(
    ("weights", "part"),
    [
        ({"rail_station": 50, "area": 40}, "weights:"),
        ({"rail_station": 120, "area": -20}, "weights.area:"),
        ({"rail_station": 0, "area": 0}, "weights:"),
        ({}, "weights:"),
        ({"rail_station": "many"}, "weights.rail_station:"),
        ({"rail_station": float("nan")}, "weights.rail_station:"),
        ({"rail_station": True}, "weights.rail_station:"),
        ({"rail": 100}, "weights:"),
    ],
)
def test_bad_weights_are_named(weights, part) -> None:
    with pytest.raises(QuestionError) as caught:
        make_question(weights=weights)
    assert str(caught.value).startswith(part)
    assert caught.value.say("zh") != caught.value.say("en")


def test_an_unknown_criterion_is_told_the_nearest() -> None:
    with pytest.raises(QuestionError, match="rail_station"):
        check_weights({"rail": 100})


@pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))
def test_presets_are_sound_and_have_reasons(preset) -> None:
    assert sum(check_weights(preset.weights).values()) == 100
    assert preset.reason


@given(st.dictionaries(st.sampled_from(IDS), st.integers(0, 1000), min_size=1))
def test_balanced_weights_total_a_hundred(weights) -> None:
    if not any(weights.values()):
        with pytest.raises(QuestionError):
            balance_weights(weights)
        return
    assert sum(balance_weights(weights).values()) == 100
    assert check_weights(balance_weights(weights))


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("rail_station<=30km", Limit("rail_station", "<=", 30)),
        (" area >= 200 ha ", Limit("area", ">=", 200)),
        ("belt=changchun-siping", FacetLimit("belt", ("changchun-siping",))),
        ("level=national,provincial", FacetLimit("level", ("national", "provincial"))),
    ],
)
def test_limits_are_read(text, limit) -> None:
    assert parse_limit(text) == limit
    assert parse_limit(str(limit)) == limit


@pytest.mark.parametrize(
    "text",
    ["rail<=30", "rail_station<30", "rail_station<=30ha", "rail_station<=1.2.3", "belt=nowhere",
     "industry=auto-parts", "__import__('os')", ""],
)  # fmt: skip
def test_bad_limits_are_refused(text) -> None:
    with pytest.raises(QuestionError):
        parse_limit(text)


def test_verdicts_say_how_sure_they_are() -> None:
    found = rank_parks(make_question(industries=["auto-parts"], limits=["rail_station<=30"]))
    column = found.verdicts.iloc[:, 0]
    low, value, high = (frame.rail_station.loc[column.index] for frame in found.values.frames)
    assert (high[column == "meets"] <= 30).all()
    assert (value[column == "may_fail"] <= 30).all()
    assert (high[column == "may_fail"] > 30).all()
    assert (low[column == "may_meet"] <= 30).all()
    assert (value[column == "may_meet"] > 30).all()
    assert (low[column == "fails"] > 30).all()


def test_an_unknown_value_excludes_nobody_but_is_told() -> None:
    found = rank_parks(make_question(industries=["auto-parts"], limits=["area>=500"]))
    unknown = found.values.value.area.loc[found.verdicts.index].isna()
    column = found.verdicts.iloc[:, 0]
    assert set(column[unknown]) <= {"unknown", "meets", "fails"}
    assert (column[unknown] == "unknown").any()


def test_a_question_survives_its_link() -> None:
    asked = make_question(
        weights={"rail_station": 62.5, "area": 37.5},
        limits=["rail_station<=30", "belt=changchun-siping"],
        ideals={"area": 500},
        belts=["changchun-siping"],
        kinds=["high_tech", "new_area"],
        radius_km=80,
    )
    params = to_params(asked)
    assert params["v"] == "1"
    again = make_question(
        weights=read_pairs(params["weights"], "weights"),
        limits=params["limits"].split(";"),
        ideals=read_pairs(params["ideals"], "ideals"),
        radius_km=params["radius"],
        **read_prefer(params["prefer"]),
    )
    assert again == asked
    assert to_params(Question()) == {"v": "1"}


@pytest.mark.parametrize("text", ["", "area", "area:x", "area:1,area:2", "area:1e", "a b:1"])
def test_altered_pairs_are_refused(text) -> None:
    with pytest.raises(QuestionError, match="weights"):
        read_pairs(text, "weights")


@pytest.mark.parametrize("text", ["", "belt", "belt=", "place=x"])
def test_altered_preferences_are_refused(text) -> None:
    with pytest.raises(QuestionError, match="prefer"):
        read_prefer(text)


def test_unknown_ids_and_parts_are_refused() -> None:
    with pytest.raises(UnknownId, match="auto-parts"):
        make_question(industries=["auto-part"])
    with pytest.raises(QuestionError, match="radius_km"):
        make_question(radius_km=float("nan"))
    with pytest.raises(QuestionError, match="colour"):
        make_question(colour="red")
    with pytest.raises(QuestionError, match="ideals"):
        make_question(ideals={"nothing": 1})


def run(capsys, *words) -> tuple[int, str, str]:
    from geo.__main__ import main

    status = main(["rank", *words])
    out = capsys.readouterr()
    return status, out.out, out.err


def test_the_command_ranks(capsys) -> None:
    status, out, _ = run(capsys, "--industry", "auto-parts", "--top", "3")
    lines = out.splitlines()
    assert status == 0
    assert len(lines) == 3
    assert lines[0].endswith("changchun-auto-etdz")


def test_the_command_and_the_question_agree(capsys, tmp_path) -> None:
    import json

    file = tmp_path / "weights.yml"
    file.write_text("weights: {rail_station: 60, industry_fit: 40}\nlimits: [airport<=100]\n")
    _, out, _ = run(capsys, "--industry", "auto-parts", "--weights", str(file), "--format", "json")
    told = json.loads(out)
    asked = make_question(
        industries=["auto-parts"],
        weights={"rail_station": 60, "industry_fit": 40},
        limits=["airport<=100"],
    )
    table = rank_parks(asked).table
    assert [one["id"] for one in told["parks"]] == table.index.tolist()
    assert [one["score"] for one in told["parks"]] == table.score.tolist()
    assert told["data_version"] == store.data_version()
    assert len(told["excluded"]) + len(told["parks"]) == 109


@pytest.mark.parametrize("form", ["csv", "geojson", "table", "json"])
def test_every_format_is_written(capsys, tmp_path, form) -> None:
    file = tmp_path / "ranking"
    status, out, _ = run(
        capsys, "--industry", "auto-parts", "--format", form, "-o", str(file), "--top", "2"
    )
    assert (status, out) == (0, "")
    assert "changchun-auto-etdz" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("rail_station: 50\n", "weights"),
        ("- 1\n", "weights.yml"),
        ("a: [\n", "line"),
        ("weights: 3\n", "weights"),
        ("weights: {}\ncolour: red\n", "colour"),
        ("!!python/object/apply:os.system ['true']", "line"),
    ],
)
def test_a_bad_weights_file_is_named(capsys, tmp_path, text, part) -> None:
    file = tmp_path / "weights.yml"
    file.write_text(text)
    status, _, err = run(capsys, "--industry", "auto-parts", "--weights", str(file))
    assert status == 2
    assert part in err


def test_limits_that_exclude_everything_say_which_to_loosen(capsys) -> None:
    status, out, err = run(
        capsys,
        "--industry",
        "auto-parts",
        "--limit",
        "airport>=5000",
        "--limit",
        "rail_station<=114",
    )
    assert (status, out) == (2, "")
    assert "airport>=5000" in err


def test_a_file_may_name_a_preset(tmp_path) -> None:
    file = tmp_path / "weights.yml"
    file.write_text("preset: logistics\nprefer: {belt: [changchun-siping]}\n")
    parser = __import__("argparse").ArgumentParser()
    rank_command.add_arguments(parser)
    asked = rank_command.read_question(
        parser.parse_args(["--industry", "logistics", "--weights", str(file)])
    )
    assert dict(asked.weights) == PRESETS["logistics"].weights
    assert asked.belts == ("changchun-siping",)
