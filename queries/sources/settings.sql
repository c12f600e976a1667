-- A row is what the operator said about one agent, filed under the oldest row that the agent has; a system that stages
-- settings of its own is left alone.
INSERT INTO staged.runs BY NAME
WITH whose AS (
    SELECT CAST(? AS VARCHAR) AS system, CAST(? AS VARCHAR) AS agent
), times AS (
    SELECT MIN(time) AS time FROM stored.runs SEMI JOIN whose USING (system, agent) WHERE kind = 'settings'
    UNION ALL
    SELECT MIN(time) FROM staged.trades SEMI JOIN whose USING (system, agent)
    UNION ALL
    SELECT MIN(time) FROM staged.equity SEMI JOIN whose USING (system, agent)
    UNION ALL
    SELECT MIN(time) FROM staged.decisions SEMI JOIN whose USING (system, agent)
    UNION ALL
    SELECT MIN(time) FROM staged.events SEMI JOIN whose USING (system, agent)
    UNION ALL
    SELECT MIN(time) FROM staged.samples SEMI JOIN whose USING (system, agent)
)
SELECT
    'settings' AS id,
    MIN(times.time) AS time,
    ANY_VALUE(whose.agent) AS agent,
    'settings' AS kind,
    CAST(? AS DOUBLE) AS capital,
    CAST(? AS DOUBLE) AS stake,
    CAST(? AS DOUBLE) AS fee_rate,
    CAST(? AS DOUBLE) AS max_age_seconds
FROM times CROSS JOIN whose
HAVING MIN(times.time) IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM staged.runs SEMI JOIN whose USING (system, agent) WHERE kind = 'settings'
                   AND COALESCE(capital, stake, fee_rate, max_age_seconds) IS NOT NULL)
