-- A row is one cycle: the bot was alive then. Its status is how the cycle ended.
INSERT INTO staged.events BY NAME
SELECT
    'cycle-' || epoch_us(c.timestamp) AS id, c.timestamp AS time, t.agent, 'binance' AS exchange, c.file,
    'cycle' AS kind, 'INFO' AS level, c.status AS message, c.cycle, c.line
FROM raw.tradeseeker_cycles AS c CROSS JOIN raw.told AS t
