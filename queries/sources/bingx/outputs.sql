-- A row is a line that the bot printed among its audit lines, such as a traceback; its time is docker's, else that of the
-- audit line before. Lines of services that write no audit line are counted in a note.
INSERT INTO staged.events BY NAME
WITH lines AS (
    SELECT
        *,
        COALESCE(
            raw.time_in(logged, 'UTC'),
            LAST_VALUE(timestamp IGNORE NULLS) OVER (PARTITION BY file ORDER BY line),
            FIRST_VALUE(timestamp IGNORE NULLS) OVER (
                PARTITION BY file ORDER BY line ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)) AS time
    FROM raw.bingx_audit
)
SELECT
    'output-' || epoch_us(time) || '-' || left(md5(output), 12) || CASE WHEN nth > 1 THEN '-' || nth ELSE '' END AS id,
    time,
    file,
    line,
    'output' AS kind,
    output AS message
FROM (
    SELECT *, row_number() OVER (PARTITION BY file, time, output ORDER BY line) AS nth
    FROM lines
    WHERE output IS NOT NULL AND time IS NOT NULL
      AND (file, COALESCE(service, '')) IN (SELECT (file, COALESCE(service, '')) FROM raw.bingx_audit WHERE output IS NULL)
)
