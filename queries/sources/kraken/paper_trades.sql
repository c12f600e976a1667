-- A row is a trade of the paper account, which notes only how it ended: no entry and no fee.
INSERT INTO staged.trades BY NAME
SELECT
    'paper-' || epoch_us(timestamp) || '-' || COALESCE(symbol, '') AS id,
    timestamp AS time,
    'paper' AS environment,
    file,
    symbol AS symbol_written,
    CASE lower(side) WHEN 'sell' THEN 'long' WHEN 'buy' THEN 'short' WHEN 'long' THEN 'long' WHEN 'short' THEN 'short' END
        AS side,
    timestamp AS exit_time,
    CAST(timestamp AS DATE) AS exit_day,
    amount AS quantity,
    price AS exit_price,
    pnl,
    'gross' AS pnl_basis,
    COALESCE(raw.quote_currency(symbol), 'USD') AS pnl_currency,
    pnl AS pnl_reported,
    'as the paper account counts it' AS pnl_reported_as,
    1 AS parts
FROM raw.kraken_paper_trades
WHERE timestamp IS NOT NULL
