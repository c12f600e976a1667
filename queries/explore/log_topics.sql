-- A row is a topic that a log is searched for, on an exchange: how often the records and events of the period speak of it, and where first.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
patterns (place, part, topic, pattern, system) AS (
    VALUES (1, 'positions', 'opened', '%position opened%', ''), (1, 'positions', 'opened', '%position created%', ''),
           (2, 'positions', 'closed', '%position closed%', ''),
           (3, 'stop losses', 'missing', '%missing stop loss%', ''), (3, 'stop losses', 'missing', '%without sl%', ''),
           (3, 'stop losses', 'missing', '%without stop loss%', ''), (3, 'stop losses', 'missing', '%no stop loss%', ''),
           (4, 'stop losses', 'failed', '%stop loss error%', ''), (4, 'stop losses', 'failed', '%stop loss set failed%', ''),
           (4, 'stop losses', 'failed', '%error updating stop%', ''), (4, 'stop losses', 'failed', '%sl update failed%', ''),
           (5, 'stop losses', 'set', '%stop loss set%', ''), (5, 'stop losses', 'set', '%sl set%', ''), (5, 'stop losses', 'set', '%stop loss placed%', ''),
           (6, 'stop losses', 'updated', '%stop loss updated%', ''), (6, 'stop losses', 'updated', '%sl updated%', ''),
           (7, 'stop losses', 'triggered', '%stop loss triggered%', ''), (7, 'stop losses', 'triggered', '%sl triggered%', ''),
           (8, 'trailing stops', 'activated', '%trailing stop activated%', ''), (8, 'trailing stops', 'activated', '%trailing activated%', ''),
           (9, 'trailing stops', 'updated', '%trailing stop updated%', ''), (9, 'trailing stops', 'updated', '%trailing updated%', ''),
           (9, 'trailing stops', 'updated', '%trailing stop sl updated%', ''),
           (10, 'connections', 'disconnected', '%websocket disconnected%', ''), (10, 'connections', 'disconnected', '%ws disconnected%', ''),
           (10, 'connections', 'disconnected', '%websocket connection lost%', ''),
           (11, 'connections', 'reconnecting', '%reconnect%', ''),
           (12, 'connections', 'failed', '%connection failed%', ''), (12, 'connections', 'failed', '%websocket error%', ''),
           (13, 'connections', 'connected', '%websocket connected%', ''), (13, 'connections', 'connected', '%ws connected%', ''),
           (14, 'timing', 'time-outs', '%timeout%', ''), (14, 'timing', 'time-outs', '%time out%', ''), (14, 'timing', 'time-outs', '%timed out%', ''),
           (15, 'timing', 'rate limits', '%rate limit%', ''), (15, 'timing', 'rate limits', '%too many requests%', ''),
           (15, 'timing', 'rate limits', '%too many visits%', ''),
           (16, 'timing', 'slow operations', '%slow%', ''), (16, 'timing', 'slow operations', '%latency%', ''),
           (16, 'timing', 'slow operations', '% took %', ''), (16, 'timing', 'slow operations', '%delay%', ''),
           (21, 'decisions', 'made', '%ai decision:%', 'roma'),
           (21, 'decisions', 'made', '%decision: %', 'roma'), (22, 'decisions', 'wait or hold', '%wait: %', 'roma'),
           (22, 'decisions', 'wait or hold', '%hold: %', 'roma'), (22, 'decisions', 'wait or hold', 'decision: wait%', 'roma'),
           (22, 'decisions', 'wait or hold', 'decision: hold%', 'roma'), (23, 'trading', 'opening', '%opening long%', 'roma'),
           (23, 'trading', 'opening', '%opening short%', 'roma'), (24, 'trading', 'opened', '%opened long%', 'roma'),
           (24, 'trading', 'opened', '%opened short%', 'roma'), (24, 'trading', 'opened', '%order placed%', 'roma'),
           (25, 'trading', 'closed', '%closing long%', 'roma'), (25, 'trading', 'closed', '%closing short%', 'roma'),
           (25, 'trading', 'closed', '%full close%', 'roma'), (25, 'trading', 'closed', '%partial close%', 'roma'),
           (26, 'trading', 'failed', '%failed to execute%', 'roma'), (26, 'trading', 'failed', '%failed to place%', 'roma'),
           (27, 'warning signs', 'failed to fetch', '%failed to fetch%', 'roma'),
           (28, 'warning signs', 'too little margin', '%insufficient margin%', 'roma'),
           (29, 'critical issues', 'daily loss limit', '%daily loss limit%', 'roma'),
           (30, 'critical issues', 'signature', '%signature%', 'roma'), (31, 'critical issues', 'crash', '%crash%', 'roma'),
           (40, 'normal operation', 'candles closed', '%candle closed%', 'playbook'),
           (41, 'normal operation', 'trading mode', '%trading mode:%', 'playbook'),
           (42, 'normal operation', 'health checks passed', '%health check passed%', 'playbook'),
           (43, 'retraining', 'triggered', '%retraining triggered%', 'playbook'),
           (44, 'retraining', 'successful', '%retraining successful%', 'playbook'),
           (45, 'retraining', 'other', '%retraining%', 'playbook'), (46, 'modes', 'to trading', '%transitioned to trading%', 'playbook'),
           (47, 'modes', 'to learning', '%transitioned to learning%', 'playbook'),
           (48, 'warning signs', 'confidence dropped', '%confidence dropped%', 'playbook'),
           (49, 'warning signs', 'losses in a row', '%consecutive losses%', 'playbook'),
           (50, 'critical issues', 'connection lost', '%connection lost%', 'playbook'),
           (51, 'critical issues', 'database locked', '%database locked%', 'playbook'),
           (51, 'critical issues', 'database locked', '%database is locked%', 'playbook'),
           (52, 'critical issues', 'prediction failed', '%prediction failed%', 'playbook'),
           (53, 'critical issues', 'drawdown exceeded', '%drawdown exceeded%', 'playbook')
),
asked AS (
    SELECT p.place, p.part, p.topic, p.pattern
    FROM patterns AS p
    CROSS JOIN scope AS s
    WHERE p.system IN ('', s.system)
),
said AS (
    SELECT e.id, e.time, e.time_us, e.file, e.line, e.level, e.exchange,
           CASE WHEN e.message LIKE '%: {%' THEN 1 ELSE 0 END AS echoed,
           LOWER(REPLACE(REPLACE(CASE WHEN e.message IS NULL OR e.kind NOT IN ('log', 'error', 'position_closed')
                                      THEN CONCAT(e.kind, ' ', COALESCE(e.message, '')) ELSE e.message END, '_', ' '), '-', ' ')) AS text
    FROM events AS e
    CROSS JOIN scope AS s
    WHERE e.system = s.system AND e.agent = s.agent AND e.environment = s.environment
      AND e.time >= s.from_time AND e.time < s.to_time
      AND e.kind NOT IN ('snapshot', 'alert', 'status', 'ping', 'cycle', 'collection_failed')
),
spoken AS (
    SELECT t.id, t.time, t.file, t.line, t.echoed, p.part, MIN(p.place) AS place,
           COALESCE(t.exchange, CASE WHEN t.text LIKE '%binance%' THEN 'binance' WHEN t.text LIKE '%bybit%' THEN 'bybit' ELSE '' END) AS exchange
    FROM said AS t
    JOIN asked AS p ON t.text LIKE p.pattern
    WHERE p.part NOT IN ('timing', 'warning signs', 'critical issues') OR t.level IN ('WARNING', 'ERROR', 'CRITICAL')
    GROUP BY t.id, t.time, t.file, t.line, t.echoed, p.part, t.exchange, t.text
),
placed AS (
    SELECT k.place, k.exchange, k.echoed, k.time, k.file, k.line,
           ROW_NUMBER() OVER (PARTITION BY k.place, k.exchange ORDER BY k.time, k.file NULLS LAST, k.line NULLS LAST) AS k
    FROM spoken AS k
),
counted AS (
    SELECT k.place, k.exchange, GREATEST(COUNT_IF(k.echoed = 0), COUNT_IF(k.echoed = 1)) AS n, MIN(k.time) AS oldest, MAX(k.time) AS newest,
           MAX(CASE WHEN k.k = 1 THEN k.file END) AS file, MAX(CASE WHEN k.k = 1 THEN k.line END) AS line
    FROM placed AS k
    GROUP BY k.place, k.exchange
),
topics AS (
    SELECT DISTINCT p.place, p.part, p.topic
    FROM asked AS p
),
heard AS (
    SELECT COUNT(*) AS records, CAST(MAX(t.time_us) - MIN(t.time_us) AS DOUBLE) / 3.6E9 AS hours
    FROM said AS t
)
SELECT t.part, t.topic, c.exchange, COALESCE(c.n, 0) AS n, CAST(COALESCE(c.n, 0) AS DOUBLE) / NULLIF(h.hours, 0E0) AS an_hour,
       c.oldest, c.newest, c.file, c.line, h.records, h.hours
FROM topics AS t
CROSS JOIN heard AS h
LEFT JOIN counted AS c ON c.place = t.place
WHERE h.records > 0
ORDER BY t.place NULLS LAST, c.n DESC NULLS LAST, c.exchange NULLS LAST
