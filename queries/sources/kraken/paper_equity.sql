-- A row is the balance of the paper account after a trade, which leaves out what open positions have gained or lost.
INSERT INTO staged.equity BY NAME
SELECT
    'paper-' || epoch_us(timestamp) AS id,
    timestamp AS time,
    'paper' AS environment,
    file,
    balance_after AS value,
    COALESCE(raw.quote_currency(symbol), 'USD') AS currency,
    'reported' AS basis,
    'paper balance' AS origin,
    3 AS preference
FROM raw.kraken_paper_trades
WHERE timestamp IS NOT NULL AND balance_after IS NOT NULL
