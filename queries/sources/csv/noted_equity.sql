-- A row is what a reader of the figures should know of the file: how many lines repeat an instant, and times without a zone.
SELECT COUNT(time) - COUNT(DISTINCT concat_ws('|', COALESCE(agent, ''), COALESCE(account, ''), COALESCE(currency, ''), lower(COALESCE(environment, '')), time))
           AS repeated,
       COUNT(*) FILTER (WHERE regexp_matches(trim(time), '^\d{4}-\d\d-\d\d[T ][0-9:.]+$')) AS naive
FROM raw.csv
