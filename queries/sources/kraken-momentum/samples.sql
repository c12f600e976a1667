-- A row is the whole of the samples that the model learns from: how many are labelled as wins.
INSERT INTO staged.runs BY NAME
SELECT
    'ml_samples' AS id, MIN(raw.time_in(s.timestamp, 'UTC')) AS time, ANY_VALUE(t.agent) AS agent, 'kraken' AS exchange,
    ANY_VALUE(t.file) AS file, 'report' AS kind, MAX(raw.time_in(s.timestamp, 'UTC')) AS ended,
    to_json({
        'samples': COUNT(*), 'labelled_wins': COUNT(*) FILTER (WHERE raw.truth(s.outcome)),
        'mean_pnl_percent': AVG(raw.number(s.pnl_percent))
    }) AS figures
FROM raw.ml_samples AS s CROSS JOIN raw.told AS t
WHERE raw.time_in(s.timestamp, 'UTC') IS NOT NULL
HAVING COUNT(*) > 0
