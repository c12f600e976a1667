-- A row is planned downtime; system and agent are empty where it concerns all of them.
SELECT COALESCE(system, '') AS system, COALESCE(agent, '') AS agent, time AS from_time, until AS to_time,
       COALESCE(text, '') AS text
FROM changes
WHERE kind = 'downtime' AND until > time
ORDER BY time, until NULLS LAST, system, agent
