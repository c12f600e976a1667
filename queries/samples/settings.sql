-- A row is what the operator configured for the agent, the newest first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT r.time, r.capital, r.stake, r.fee_rate, r.currency, r.max_age_seconds, r.account
FROM runs AS r
CROSS JOIN scope AS s
WHERE r.system = s.system AND r.agent = s.agent AND r.kind = 'settings'
  AND COALESCE(r.capital, r.stake, r.fee_rate, r.max_age_seconds) IS NOT NULL
ORDER BY r.import_id DESC NULLS LAST, r.time DESC
