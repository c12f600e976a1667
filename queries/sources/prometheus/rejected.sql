-- A row is an answer that is an error, or a series with values that are none.
SELECT
    file, line, COALESCE("errorType", status) AS value,
    'the server answered with an error: ' || COALESCE(error, 'it does not say which') AS reason
FROM raw.prometheus_answers
WHERE status <> 'success'
UNION ALL
SELECT
    file, line, arg_min(pair[1] || ' ' || pair[2], place) AS value,
    'a time and a number such as [1763301600, "3"] were expected; values of this series left out: ' || COUNT(*) AS reason
FROM (
    SELECT
        file, line, position,
        unnest(COALESCE(from_json("values", '[["VARCHAR"]]'), [from_json(value, '["VARCHAR"]')])) AS pair,
        generate_subscripts(COALESCE(from_json("values", '[["VARCHAR"]]'), [from_json(value, '["VARCHAR"]')]), 1) AS place
    FROM raw.prometheus_series
    WHERE "values" IS NOT NULL OR value IS NOT NULL
)
WHERE raw.time_in(pair[1], 'UTC') IS NULL OR TRY_CAST(pair[2] AS DOUBLE) IS NULL
GROUP BY file, line, position
ORDER BY file, line
