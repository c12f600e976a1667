-- A row is one sample of an exposition. Counts and sums of histograms and summaries are counters too; without a type, a
-- name that ends in _total is one, as the naming rule says, and what any other is cannot be known.
INSERT INTO staged.samples BY NAME
SELECT
    metric || labels || '@' || epoch_us(time) AS id,
    time,
    file,
    metric,
    labels,
    CASE WHEN type = 'counter' AND NOT ends_with(metric, '_created') THEN 'counter'
         WHEN type IN ('histogram', 'summary') AND regexp_matches(metric, '_(bucket|count|sum)$') THEN 'counter'
         WHEN type IN ('gauge', 'counter', 'histogram', 'summary', 'info', 'stateset', 'gaugehistogram') THEN 'gauge'
         WHEN ends_with(metric, '_total') THEN 'counter'
         ELSE 'unknown' END AS kind,
    value,
    labels ->> '$.symbol' AS symbol_written
FROM raw.prometheus_samples
