"""Every row judged at once: what can be used, what is wrong with the rest, nothing lost."""

from geo.intake.judging.interpretation import Interpretation
from geo.intake.judging.judgement_stages import Judgement
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.reading.upload import Progress, Upload, ignore_progress

STAGES = (
    Judgement.note_faults,
    Judgement.read_names,
    Judgement.place_rows,
    Judgement.locate_counties,
    Judgement.convert_outlines,
    Judgement.seat_rows,
    Judgement.read_industries,
    Judgement.note_duplicates,
)


def judge_rows(
    upload: Upload, interpretation: Interpretation, progress: Progress = ignore_progress
) -> Verdicts:
    r"""Judge every row of an upload; no row is lost, and none is used that says nothing.

    Parameters
    ----------
    upload
        What `geo.intake.reading.readers.read_upload` returns.
    interpretation
        How it is understood; must leave nothing to `list_missing`.
    progress
        Told how much is done, from 0 to 1; may raise to cancel.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from geo.intake.judging.interpretation import suggest_interpretation
    >>> from geo.intake.reading.readers import read_upload
    >>> upload = read_upload("sites.csv", "name,lon,lat\nA,125.32,43.88\nB,2,1\n".encode())
    >>> interpretation = replace(suggest_interpretation(upload), system="WGS 84")
    >>> verdicts = judge_rows(upload, interpretation)
    >>> verdicts.rows[["line", "name", "county"]].to_dict("records")
    [{'line': 2, 'name': 'A', 'county': '220102'}]
    >>> verdicts.problems[["line", "code"]].to_dict("records")
    [{'line': 3, 'code': 'outside'}]
    """
    judgement = Judgement(upload, interpretation)
    for number, judge in enumerate(STAGES, start=1):
        judge(judgement)
        progress(number / len(STAGES))
    return judgement.conclude()
