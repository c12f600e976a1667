-- A row is something that the agent's rows mix and that no figure may add up: environments, currencies, kinds of profit.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
closed AS (
    SELECT t.*
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
),
environments AS (
    SELECT t.environment, COUNT(*) AS n
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment <> s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
    GROUP BY t.environment
),
currencies AS (
    SELECT MIN(pnl_currency) AS one, MAX(pnl_currency) AS other, COUNT(DISTINCT pnl_currency) AS kinds, COUNT(*) AS n
    FROM closed
    WHERE pnl IS NOT NULL
),
bases AS (
    SELECT MIN(pnl_basis) AS one, MAX(pnl_basis) AS other, COUNT(DISTINCT pnl_basis) AS kinds, COUNT(*) AS n
    FROM closed
),
value_environments AS (
    SELECT e.environment, COUNT(*) AS n
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment <> s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
    GROUP BY e.environment
),
sharers AS (
    SELECT e.account, MIN(e.agent) AS one, COUNT(DISTINCT e.agent) AS n
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent <> s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.account IN (SELECT x.account FROM equity AS x
                        WHERE x.system = s.system AND x.agent = s.agent AND x.environment = s.environment
                          AND x.time >= s.from_time AND x.time < s.to_time)
    GROUP BY e.account
),
accounts AS (
    SELECT MIN(e.currency) AS one, MAX(e.currency) AS other, COUNT(DISTINCT e.currency) AS kinds, COUNT(*) AS n
    FROM equity AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
)
SELECT 'info' AS severity, 'environment' AS subject,
       'the agent also has ' || CAST(n AS VARCHAR(40)) || ' trades in ' || environment || ': they are in none of these figures' AS finding, n
FROM environments
UNION ALL
SELECT 'warning', 'currency of P&L',
       'trades are counted in ' || CAST(kinds AS VARCHAR(40)) || ' currencies, ' || one || ' and ' || other || ' among them: they are not added, and money is shown by symbol only', n
FROM currencies
WHERE kinds > 1
UNION ALL
SELECT 'warning', 'kind of P&L',
       'trades have ' || CAST(kinds AS VARCHAR(40)) || ' kinds of P&L, ' || one || ' and ' || other || ' among them: sums mix them', n
FROM bases
WHERE kinds > 1
UNION ALL
SELECT 'info', 'environment',
       'the agent also has ' || CAST(n AS VARCHAR(40)) || ' values of an account in ' || environment || ': they are in none of these figures', n
FROM value_environments
UNION ALL
SELECT 'info', 'account',
       'the account ' || account || ' is shared with ' || CASE WHEN n = 1 THEN one ELSE CAST(n AS VARCHAR(40)) || ' other agents, ' || one || ' among them' END
           || ': its value is not this agent''s own', n
FROM sharers
UNION ALL
SELECT 'warning', 'currency of equity',
       'equity is counted in ' || CAST(kinds AS VARCHAR(40)) || ' currencies, ' || one || ' and ' || other || ' among them', n
FROM accounts
WHERE kinds > 1
ORDER BY subject, finding NULLS LAST
