-- A row is what the user should know of the files just read.
SELECT format('{}: {} trades have orders of an exchange: it may be live or a sandbox; tell it with --environment', file, COUNT(*)) AS note
FROM raw.freqtrade_whose AS w
WHERE environment IS NULL AND EXISTS (SELECT 1 FROM raw.orders AS o WHERE CAST(o.ft_trade_id AS VARCHAR) = w.trade)
GROUP BY file
UNION ALL
SELECT format('{}: {} trades have no orders: whether money was at stake is not known; tell it with --environment', file, COUNT(*))
FROM raw.freqtrade_whose AS w
WHERE environment IS NULL AND NOT EXISTS (SELECT 1 FROM raw.orders AS o WHERE CAST(o.ft_trade_id AS VARCHAR) = w.trade)
GROUP BY file
UNION ALL
SELECT format('freqtrade {}: {} backtests of it are known, and their trades are added up: give each an --agent of its own', agent, COUNT(DISTINCT id))
FROM (
    SELECT agent, id FROM staged.runs WHERE kind = 'backtest' AND system IS NULL
    UNION ALL
    SELECT agent, id FROM stored.runs WHERE kind = 'backtest' AND system = 'freqtrade'
)
WHERE agent IN (SELECT agent FROM staged.runs WHERE system IS NULL)
GROUP BY agent HAVING COUNT(DISTINCT id) > 1
UNION ALL
SELECT format('{}: equity not available: freqtrade keeps no balances in its database; --capital gives a modelled one', file)
FROM raw.told WHERE file IS NOT NULL AND capital IS NULL AND EXISTS (SELECT 1 FROM raw.trades)
