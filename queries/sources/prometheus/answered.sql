-- A row is one value of a series that a server answered with. It tells no types: a name that ends in _total is a
-- counter. A series without a name is what an expression gave: the file's name, without the times in it, stands for it.
INSERT INTO staged.samples BY NAME
WITH series AS (
    SELECT
        file,
        COALESCE(
            metric ->> '$.__name__',
            NULLIF(trim(regexp_replace(regexp_extract(file, '([^/\\]+?)(\.json)?$', 1), '[-_.]?(20\d\d[-_.]?\d\d|1\d{9})[-_.:TZ\d]*', '', 'g'), '-_. '), ''),
            'expression') AS metric,
        '{' || array_to_string(
            list_transform(
                list_filter(list_sort(map_entries(COALESCE(TRY_CAST(metric AS MAP(VARCHAR, VARCHAR)), MAP {}))), lambda e: e.key <> '__name__'),
                lambda e: to_json(e.key) || ':' || to_json(e.value)),
            ',') || '}' AS labels,
        metric ->> '$.symbol' AS symbol_written,
        unnest(COALESCE(from_json("values", '[["VARCHAR"]]'), [from_json(value, '["VARCHAR"]')])) AS pair
    FROM raw.prometheus_series
)
SELECT
    metric || labels || '@' || epoch_us(raw.time_in(pair[1], 'UTC')) AS id,
    raw.time_in(pair[1], 'UTC') AS time,
    file,
    metric,
    labels,
    CASE WHEN ends_with(metric, '_total') THEN 'counter' ELSE 'unknown' END AS kind,
    TRY_CAST(pair[2] AS DOUBLE) AS value,
    symbol_written
FROM series
WHERE raw.time_in(pair[1], 'UTC') IS NOT NULL AND TRY_CAST(pair[2] AS DOUBLE) IS NOT NULL
