-- A row is what the closed trades, or the funding payments, of the period add up to in one currency, or how many flows the agent ever recorded.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
fee AS (
    SELECT MAX_BY(r.fee_rate, r.import_id) FILTER (WHERE r.fee_rate IS NOT NULL) AS rate
    FROM runs AS r
    CROSS JOIN scope AS s
    WHERE r.system = s.system AND r.agent = s.agent AND r.kind = 'settings'
)
SELECT 'trades' AS kind, t.pnl_currency AS currency, COUNT(*) AS n, COUNT(t.pnl) AS known,
       SUM(t.pnl + CASE WHEN t.pnl_basis = 'net' THEN COALESCE(t.fee, 0E0) + COALESCE(t.funding, 0E0) ELSE 0E0 END) AS amount,
       COUNT(t.fee) FILTER (WHERE t.pnl_basis <> 'modelled') AS fees_known, SUM(t.fee) FILTER (WHERE t.pnl_basis <> 'modelled') AS fees,
       COUNT(t.funding) AS funding_known, SUM(t.funding) AS funding,
       COUNT(*) FILTER (WHERE t.pnl_basis = 'modelled') AS modelled,
       COUNT(*) FILTER (WHERE t.pnl_basis = 'net' AND t.fee IS NULL) AS net_unsplit,
       SUM(t.quantity * (t.entry_price + t.exit_price)) FILTER (WHERE t.pnl_basis = 'gross') * MAX(f.rate) AS estimate
FROM trades AS t
CROSS JOIN scope AS s
CROSS JOIN fee AS f
WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
  AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
GROUP BY t.pnl_currency
UNION ALL
SELECT 'funding', u.currency, COUNT(*), COUNT(u.amount), SUM(u.amount), 0, NULL, 0, NULL, 0, 0, NULL
FROM funding AS u
CROSS JOIN scope AS s
WHERE u.system = s.system AND u.agent = s.agent AND u.environment = s.environment
  AND u.time >= s.from_time AND u.time < s.to_time
GROUP BY u.currency
UNION ALL
SELECT 'flows', NULL, COUNT(*), 0, NULL, 0, NULL, 0, NULL, 0, 0, NULL
FROM (
    SELECT system, agent, environment, time FROM cash_flows
    UNION ALL SELECT system, agent, environment, time FROM equity WHERE flow IS NOT NULL
) AS c
CROSS JOIN scope AS s
WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment AND c.time < s.to_time
ORDER BY kind, currency NULLS LAST
