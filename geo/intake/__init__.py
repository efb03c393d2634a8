r"""Other people's files in: read, judged row by row, made a layer, never written to `data/`.

In three rooms: `reading` (bytes → rows), `judging` (rows → verdicts) and, here, the reader's own
layer. `reading.readers.read_upload` → `judging.interpretation.suggest_interpretation` and the
reader's corrections → `judging.row_judgement.judge_rows` → `own_frame.make_own_layer`. Every fault
is told with its line and a remedy; what cannot be used comes back as a file with a reason column.

Examples
--------
>>> from dataclasses import replace
>>> from geo.intake.judging.interpretation import suggest_interpretation
>>> from geo.intake.judging.row_judgement import judge_rows
>>> from geo.intake.own_frame import make_own_layer
>>> from geo.intake.reading.readers import read_upload
>>> upload = read_upload("sites.csv", "name,lon,lat,industry\nA,125.32,43.88,汽车\n".encode())
>>> interpretation = replace(suggest_interpretation(upload), system="GCJ-02")
>>> layer = make_own_layer(judge_rows(upload, interpretation))
>>> layer.frame[["id", "county_adcode", "industries"]].to_dict("records")
[{'id': 'own-2', 'county_adcode': '220104', 'industries': ('automobiles',)}]
"""
