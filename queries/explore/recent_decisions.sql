-- A row is one of the last 20 decisions of the period in full, the newest first: what it wanted, why, whether it was done, and how many positions were open in the newest snapshot up to then.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
asked AS (
    SELECT d.id, d.time, d.cycle, d.symbol, d.action, d.confidence, d.leverage, d.size, d.stop_loss, d.take_profit,
           CASE WHEN d.executed THEN 'yes' WHEN NOT d.executed THEN 'no' END AS executed, d.error, d.reason
    FROM decisions AS d
    CROSS JOIN scope AS s
    WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
      AND d.time >= s.from_time AND d.time < s.to_time
    ORDER BY d.time DESC, d.id DESC
    LIMIT 20
),
seen AS (
    SELECT a.id, MAX(x.time) AS time
    FROM asked AS a
    CROSS JOIN scope AS s
    INNER JOIN (
        SELECT system, agent, environment, time FROM events WHERE kind = 'cycle'
        UNION ALL SELECT system, agent, environment, time FROM positions
    ) AS x ON x.system = s.system AND x.agent = s.agent AND x.environment = s.environment AND x.time <= a.time
    WHERE EXISTS (
        SELECT 1
        FROM positions AS p
        WHERE p.system = s.system AND p.agent = s.agent AND p.environment = s.environment AND p.time < s.to_time
    )
    GROUP BY a.id
),
held AS (
    SELECT n.id, COUNT(p.id) AS positions, SUM(p.unrealised) AS unrealised
    FROM seen AS n
    CROSS JOIN scope AS s
    LEFT JOIN positions AS p ON p.system = s.system AND p.agent = s.agent AND p.environment = s.environment
        AND p.time = n.time AND COALESCE(p.status, 'open') = 'open'
    GROUP BY n.id
)
SELECT a.time, a.cycle, a.symbol, a.action, a.confidence, a.leverage, a.size, a.stop_loss, a.take_profit, a.executed, a.error,
       SUBSTR(a.reason, 1, 300) AS reason, h.positions AS positions_then, h.unrealised AS unrealised_then
FROM asked AS a
LEFT JOIN held AS h ON h.id = a.id
ORDER BY a.time DESC, a.id DESC
