-- A row is a position that was open when a cycle began.
INSERT INTO staged.positions BY NAME
SELECT
    epoch_us(c.timestamp) || '-' || p.position AS id,
    c.timestamp AS time,
    ? AS agent,
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
FROM raw.roma_positions AS p
JOIN raw.roma_cycles AS c ON c.file = p.file
