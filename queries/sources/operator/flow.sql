-- A row is one agent that a flow the operator told concerns, with the step of its equity that the flow is seen in: the one
-- nearest in size within the hour (or, of a flow that names a day only, within the day), else the first step after it.
WITH told AS (
    SELECT CAST(? AS TIMESTAMP) AS from_time, CAST(? AS TIMESTAMP) AS to_time, CAST(? AS DOUBLE) AS amount,
           CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent, CAST(? AS VARCHAR) AS account
),
points AS (
    SELECT e.system, e.agent, e.account, e.environment, e.currency, e.time, e.value, e.flow, t.amount, t.from_time, t.to_time,
           e.preference, MIN(e.preference) OVER (PARTITION BY e.system, e.agent, e.environment) AS best
    FROM equity AS e
    CROSS JOIN told AS t
    WHERE e.value IS NOT NULL
      AND (t.system = '' OR e.system = t.system) AND (t.agent = '' OR e.agent = t.agent)
      AND (t.account = '' OR e.account = t.account)
),
steps AS (
    SELECT *, value - LAG(value) OVER (PARTITION BY system, agent, environment ORDER BY time) AS step
    FROM points
    WHERE preference = best
),
matched AS (
    SELECT *, time BETWEEN from_time - INTERVAL 1 HOUR AND to_time + INTERVAL 1 HOUR
                  AND abs(step - amount) <= 0.02 * abs(amount) AS seen
    FROM steps
    WHERE step IS NOT NULL
),
near AS (
    SELECT *, row_number() OVER (
               PARTITION BY system, agent, environment
               ORDER BY CASE WHEN seen THEN 0 ELSE 1 END, CASE WHEN seen THEN abs(step - amount) END, time
           ) AS turn
    FROM matched
    WHERE seen OR time >= from_time
)
SELECT system, agent, account, environment, COALESCE(currency, '') AS currency, time,
       CASE WHEN abs(flow - amount) <= 0.02 * abs(amount) THEN 1 ELSE 0 END AS recorded
FROM near
WHERE turn = 1
ORDER BY system, agent, environment
