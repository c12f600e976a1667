-- A row is an agent of this import some of whose dates have no equity, and why: prices may be read after the positions, so
-- this is asked when all is read.
WITH dates AS (
    SELECT agent, COUNT(DISTINCT correlation) AS dates FROM staged.events WHERE kind = 'cycle' AND system = 'aitrader' GROUP BY agent
),
valued AS (
    SELECT agent, COUNT(DISTINCT id) AS valued FROM staged.equity WHERE system = 'aitrader' GROUP BY agent
),
known AS (
    SELECT agent, dates, COALESCE(valued, 0) AS valued,
           EXISTS (SELECT 1 FROM staged.candles WHERE system = 'aitrader')
               OR EXISTS (SELECT 1 FROM stored.candles WHERE system = 'aitrader') AS prices
    FROM dates LEFT JOIN valued USING (agent)
)
SELECT format('aitrader {}: {} dates, and no prices are known yet: equity is worked out when crypto_merged.jsonl comes', agent, dates) AS note
FROM known WHERE NOT prices AND valued < dates
UNION ALL
SELECT format('aitrader {}: equity is known on {} of {} dates: on the others something that it held has no price', agent, valued, dates)
FROM known WHERE prices AND valued < dates
ORDER BY note
