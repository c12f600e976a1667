-- A row is how many errors, candles, cycles, calls and failed calls of the exchange the agent has in the period, and how many errors it ever had.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
)
SELECT (SELECT COUNT(*) FROM events AS e CROSS JOIN scope AS s
        WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
          AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'error') AS errors,
       (SELECT COUNT(*) FROM events AS e CROSS JOIN scope AS s
        WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
          AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'cycle') AS cycles,
       (SELECT COUNT(*) FROM candles AS c CROSS JOIN scope AS s
        WHERE c.system = s.system AND c.agent = s.agent AND c.environment = s.environment
          AND c.time >= s.from_time AND c.time < s.to_time) AS candles,
       (SELECT COUNT(*) FROM events AS e CROSS JOIN scope AS s
        WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
          AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'exchange_api_call') AS calls,
       (SELECT COUNT(*) FROM events AS e CROSS JOIN scope AS s
        WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
          AND e.time >= s.from_time AND e.time < s.to_time AND e.kind = 'exchange_api_call'
          AND e.level IN ('ERROR', 'CRITICAL')) AS failed_calls,
       (SELECT COUNT(*) FROM events AS e CROSS JOIN scope AS s
        WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
          AND e.time < s.to_time AND e.kind = 'error') AS errors_ever
