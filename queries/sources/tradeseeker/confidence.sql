-- A row is the confidence stated with one entry, whether it was carried out or not. A hold repeats the entry's, so it is none.
INSERT INTO staged.confidence BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || d.key AS id, c.timestamp AS time, t.agent, 'binance' AS exchange,
    d.key AS symbol_written, d.file, d.confidence,
    CASE lower(d.signal) WHEN 'buy_to_enter' THEN 'open_long' ELSE 'open_short' END AS action, 'cycle_history' AS origin
FROM raw.tradeseeker_decisions AS d
JOIN raw.tradeseeker_cycles AS c ON c.file = d.file AND c.position = d.parent
CROSS JOIN raw.told AS t
WHERE lower(d.signal) IN ('buy_to_enter', 'sell_to_enter') AND d.confidence IS NOT NULL
