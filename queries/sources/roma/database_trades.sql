-- A row is one closing record of the fork's table trades.
INSERT INTO raw.roma_trades BY NAME
SELECT
    t.file, 0 AS line, TRY_CAST(r.rowid AS BIGINT) AS position,
    r.symbol, r.side, raw.number(r.entry_price) AS entry_price, raw.number(r.close_price) AS close_price,
    raw.number(r.quantity) AS quantity, raw.number(r.leverage) AS leverage, raw.utc(r.open_time) AS open_time,
    raw.utc(r.close_time) AS close_time, raw.number(r.pnl_usdt) AS pnl_usdt, r.agent_id
FROM raw.trades AS r CROSS JOIN raw.told AS t
WHERE COALESCE(raw.utc(r.close_time), raw.utc(r.open_time)) IS NOT NULL
