-- A row is how many lines repeat an instant.
SELECT COUNT(time) - COUNT(DISTINCT concat_ws('|', COALESCE(agent, ''), COALESCE(account, ''), COALESCE(currency, ''), lower(COALESCE(environment, '')), time))
           FILTER (WHERE time IS NOT NULL) AS repeated
FROM raw.csv
