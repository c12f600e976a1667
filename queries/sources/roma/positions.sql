-- A row is a position that was open at an instant: when a cycle began, or when it was asked for.
INSERT INTO staged.positions BY NAME
SELECT
    epoch_us(i.time) || '-' || p.position AS id,
    i.time,
    COALESCE(i.agent, t.agent) AS agent,
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
JOIN raw.roma_instants AS i ON i.file = p.file AND i.position = p.parent
CROSS JOIN raw.told AS t
WHERE i.time IS NOT NULL
