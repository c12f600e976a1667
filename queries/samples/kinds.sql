-- A row is one kind of rows of one agent: how many there are, the first and the newest; for trades by their exit, else their entry, and by each of the two.
SELECT x.system, x.agent, x.environment, x.kind, x.n, x.first_time, x.newest_time, x.first_exit, x.newest_exit, x.first_entry, x.newest_entry
FROM (
    SELECT system, agent, environment, 'trades' AS kind, COUNT(*) AS n, MIN(COALESCE(exit_time, time)) AS first_time,
           MAX(COALESCE(exit_time, time)) AS newest_time, MIN(exit_time) AS first_exit, MAX(exit_time) AS newest_exit,
           MIN(time) AS first_entry, MAX(time) AS newest_entry
    FROM trades GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'equity', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM equity GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'orders', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM orders GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'decisions', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM decisions GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'confidence', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM confidence GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'modes', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM modes GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'retrainings', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM retrainings GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'events', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM events GROUP BY system, agent, environment
    UNION ALL SELECT system, agent, environment, 'samples', COUNT(*), MIN(time), MAX(time), NULL, NULL, NULL, NULL
    FROM samples GROUP BY system, agent, environment
) AS x
ORDER BY x.system, x.agent, x.environment, x.kind
