-- A row is how many lines repeat an id.
SELECT COUNT(trade_id) - COUNT(DISTINCT concat_ws('|', COALESCE(agent, ''), lower(COALESCE(environment, '')), trade_id))
           FILTER (WHERE trade_id IS NOT NULL) AS repeated
FROM raw.csv
