-- A row is a position that was open when a cycle began.
INSERT INTO staged.positions BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || p.position AS id,
    c.timestamp AS time,
    p.symbol AS symbol_written,
    p.file,
    lower(p.side) AS side,
    TRY_CAST(abs(p.position_amt) AS DECIMAL(38, 18)) AS quantity,
    p.entry_price,
    p.mark_price,
    p.unrealized_profit AS unrealised,
    p.leverage,
    p.liquidation_price,
    'open' AS status
FROM raw.nofx_positions AS p
JOIN raw.nofx_cycles AS c ON c.file = p.file
