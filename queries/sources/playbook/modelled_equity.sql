-- A row is the modelled value of the account at an exit: the capital told and the modelled P&L up to then, equal instants
-- as one; before the first exit the capital itself. Only where the file has no snapshots and capital and stake are told,
-- and for an environment whose trades are all in one currency.
INSERT INTO staged.equity BY NAME
WITH own AS (
    SELECT r.*, t.capital
    FROM staged.trades AS r INNER JOIN raw.told AS t ON r.file = t.file
    WHERE r.system IS NULL AND r.pnl IS NOT NULL AND t.capital IS NOT NULL AND t.stake IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM staged.equity AS e WHERE e.file = t.file AND e.origin = 'portfolio_snapshots')
    WINDOW each AS (PARTITION BY r.file, r.agent, r.environment)
    QUALIFY MIN(r.pnl_currency) OVER each IS NOT DISTINCT FROM MAX(r.pnl_currency) OVER each
),
exits AS (
    SELECT file, agent, environment, exit_time, SUM(pnl) AS pnl, MAX(capital) AS capital, MAX(pnl_currency) AS currency
    FROM own GROUP BY file, agent, environment, exit_time
),
points AS (
    SELECT file, agent, environment, exit_time AS time, currency,
           capital + SUM(pnl) OVER (PARTITION BY environment ORDER BY exit_time) AS value
    FROM exits
    UNION ALL
    SELECT file, agent, environment,
           CASE WHEN MIN(entry_time) < MIN(exit_time) THEN MIN(entry_time) ELSE MIN(exit_time) - INTERVAL 1 SECOND END,
           MAX(pnl_currency), MAX(capital)
    FROM own GROUP BY file, agent, environment
)
SELECT 'modelled:' || COALESCE(environment, '') || ':' || epoch_us(time) AS id, time, agent, environment, file, value,
       currency, 'modelled' AS basis, 'modelled' AS origin, 9 AS preference
FROM points
