-- A row is a symbol that any agent has candles of before the end of the period.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT DISTINCT c.symbol
FROM candles AS c
CROSS JOIN scope AS s
WHERE c.time < s.to_time AND c.symbol IS NOT NULL
ORDER BY c.symbol NULLS LAST
