-- A row is what a reader of the figures should know of the file: how many lines repeat an instant.
SELECT COUNT(time) - COUNT(DISTINCT concat_ws('|', COALESCE(agent, ''), COALESCE(account, ''), COALESCE(currency, ''), lower(COALESCE(environment, '')), time))
           AS repeated,
       0 AS without
FROM raw.csv
