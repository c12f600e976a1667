-- A row is a position, closed or still open. Its P&L follows from its prices where the fills that closed it are all there,
-- less the fees of entry and exit. Else it is realized_pnl: the bot takes fees of the exit out of that and leaves those of
-- the entry in. Where all fees are 0, the columns' default, they are unknown and the P&L is gross. The exit price is the
-- mean over the fills that closed the position, where the file has them.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT p.*, t.file, upper(p.status) AS state,
           raw.utc(p.created_at) AS opened, raw.utc(COALESCE(p.closed_at, p.updated_at)) AS closed,
           CASE upper(p.position_type) WHEN 'LONG' THEN 'long' WHEN 'SHORT' THEN 'short' END AS direction,
           raw.number(p.original_size) AS quantity, NULLIF(raw.number(p.avg_entry_price), 0) AS entry,
           raw.number(p.realized_pnl) AS realised,
           NULLIF(greatest(COALESCE(raw.number(p.total_fees), 0),
                           COALESCE(raw.number(p.entry_fees), 0) + COALESCE(raw.number(p.exit_fees), 0)), 0) AS fee,
           COALESCE(NULLIF(raw.number(p.entry_fees), 0),
                    raw.number(p.total_fees) - COALESCE(raw.number(p.exit_fees), 0)) AS entry_fee
    FROM raw.positions AS p CROSS JOIN raw.told AS t
), exits AS (
    SELECT f.position_id, CASE upper(f.trade_type) WHEN 'SELL' THEN 'long' WHEN 'BUY' THEN 'short' END AS direction,
           SUM(raw.number(f.executed_size) * raw.number(f.executed_price)) / SUM(raw.number(f.executed_size)) AS price,
           SUM(raw.number(f.executed_size)) AS size, COUNT(*) AS parts
    FROM raw.trade_history AS f
    WHERE raw.number(f.executed_size) > 0 AND f.position_id IS NOT NULL
    GROUP BY ALL
), priced AS (
    SELECT r.*, x.price AS exit_price, x.parts, r.state = 'CLOSED' AS is_closed,
           CASE WHEN abs(x.size - r.quantity) <= 1e-6 * r.quantity
                THEN (x.price - r.entry) * r.quantity * CASE r.direction WHEN 'long' THEN 1 WHEN 'short' THEN -1 END END AS gross
    FROM read AS r
    LEFT JOIN exits AS x ON x.position_id = r.position_id AND x.direction = r.direction
)
SELECT
    'position-' || position_id AS id,
    opened AS time,
    file,
    symbol AS symbol_written,
    strategy,
    direction AS side,
    opened AS entry_time,
    CASE WHEN is_closed THEN closed END AS exit_time,
    CASE WHEN is_closed THEN CAST(closed AS DATE) END AS exit_day,
    quantity,
    entry AS entry_price,
    CASE WHEN is_closed THEN exit_price END AS exit_price,
    CASE WHEN is_closed THEN COALESCE(gross - COALESCE(fee, 0),
                                      realised - CASE WHEN fee IS NULL THEN 0 ELSE COALESCE(entry_fee, 0) END) END AS pnl,
    CASE WHEN fee IS NULL THEN 'gross' ELSE 'net' END AS pnl_basis,
    raw.quote_currency(symbol) AS pnl_currency,
    CASE WHEN is_closed THEN (exit_price / entry - 1) * CASE direction WHEN 'long' THEN 1 WHEN 'short' THEN -1 END END
        AS pnl_fraction,
    fee,
    realised AS pnl_reported,
    'realised P&L after fees of the exit, before those of the entry' AS pnl_reported_as,
    CASE WHEN is_closed THEN COALESCE(parts, 1) END AS parts
FROM priced
WHERE state IN ('OPEN', 'PARTIAL', 'CLOSED') AND opened IS NOT NULL AND position_id IS NOT NULL
