-- A row is what a reader of the figures should know of the file: how many lines repeat an id, and times without a zone.
SELECT COUNT(trade_id) - COUNT(DISTINCT concat_ws('|', COALESCE(agent, ''), lower(COALESCE(environment, '')), trade_id))
           FILTER (WHERE trade_id IS NOT NULL) AS repeated,
       COUNT(*) FILTER (WHERE regexp_matches(trim(COALESCE(entry_time, exit_time)), '^\d{4}-\d\d-\d\d[T ][0-9:.]+$')) AS naive
FROM raw.csv
