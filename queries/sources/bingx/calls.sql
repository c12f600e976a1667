-- A row is how long one call of the exchange, or one operation that the bot timed, took.
INSERT INTO staged.samples BY NAME
WITH timed AS (
    SELECT
        file, timestamp, line,
        CASE event_type WHEN 'exchange_api_call' THEN 'exchange_api_call_seconds' ELSE 'operation_seconds' END AS metric,
        CASE event_type
            WHEN 'exchange_api_call'
            THEN json_object('endpoint', data ->> '$.endpoint', 'method', data ->> '$.method', 'status', data ->> '$.status_code')
            ELSE json_object('operation', data ->> '$.operation') END AS labels,
        raw.number(data ->> '$.duration_seconds') AS value
    FROM raw.bingx_audit
    WHERE event_type IN ('exchange_api_call', 'performance_metric')
)
SELECT
    metric || labels || '@' || epoch_us(timestamp) || CASE WHEN nth > 1 THEN '-' || nth ELSE '' END AS id,
    timestamp AS time, file, metric, labels, 'gauge' AS kind, value
FROM (SELECT *, row_number() OVER (PARTITION BY file, timestamp, metric, labels ORDER BY line) AS nth FROM timed)
WHERE value IS NOT NULL
