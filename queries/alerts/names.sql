-- A row is one monitored series that the agent has ever had, by name.
SELECT x.metric AS name, COUNT(*) AS n
FROM samples AS x
WHERE x.system = ? AND x.agent = ? AND x.environment = ?
GROUP BY x.metric
ORDER BY x.metric
