-- A row is the finding that trades have no decision that opened them, although the agent has decisions.
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
own_decisions AS (
    SELECT COUNT(*) AS n
    FROM decisions AS d
    CROSS JOIN scope AS s
    WHERE d.system = s.system AND d.agent = s.agent AND d.environment = s.environment
      AND d.time >= s.from_time AND d.time < s.to_time
),
counted AS (
    SELECT COUNT(*) FILTER (WHERE decision_id IS NULL) AS unlinked, COUNT(*) AS n FROM closed
)
SELECT CASE WHEN 5 * c.unlinked > c.n THEN 'warning' ELSE 'info' END AS severity, 'decisions' AS subject,
       CAST(c.unlinked AS VARCHAR(40)) || ' of ' || CAST(c.n AS VARCHAR(40))
           || ' trades have no decision that opened them: their confidence and reason are unknown' AS finding,
       c.unlinked AS n
FROM counted AS c
CROSS JOIN own_decisions AS d
WHERE c.unlinked > 0 AND d.n > 0
