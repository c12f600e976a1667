-- A row is the account's value in a cycle.
INSERT INTO staged.equity BY NAME
SELECT
    epoch_us(p.timestamp) || '' AS id, p.timestamp AS time, t.agent, 'binance' AS exchange, p.file,
    p.total_value AS value, p.available_cash AS available, 'USD' AS currency,
    'reported' AS basis, 'performance_history' AS origin, 1 AS preference
FROM raw.tradeseeker_performance AS p CROSS JOIN raw.told AS t
WHERE p.total_value IS NOT NULL
