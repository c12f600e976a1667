-- trade_results: a row is what became of one signal, written by an older part of the bot. It is a trade where trade_outcomes, which
-- holds the same and more, has none of that signal: no trade counts twice.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT r.*, t.file, t.agent, t.environment, t.stake, t.fee_rate, CAST(s.symbol AS VARCHAR) AS symbol,
           CAST(s."interval" AS VARCHAR) AS timeframe, raw.fraction(s.confidence) AS confidence,
           raw.utc(r.entry_time) AS entered, raw.utc(r.exit_time) AS closed,
           CASE upper(CAST(r.direction AS VARCHAR))
               WHEN 'BUY' THEN 'long' WHEN 'LONG' THEN 'long' WHEN 'SELL' THEN 'short' WHEN 'SHORT' THEN 'short' END AS side,
           raw.number(r.entry_price) AS entry, raw.number(r.exit_price) AS exit
    FROM raw.trade_results AS r
    CROSS JOIN raw.told AS t
    LEFT JOIN raw.signals AS s ON CAST(s.id AS VARCHAR) = CAST(r.signal_id AS VARCHAR)
    WHERE COALESCE(raw.utc(r.entry_time), raw.utc(r.exit_time)) IS NOT NULL
      AND (r.exit_time IS NULL OR raw.utc(r.exit_time) IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM raw.trade_outcomes AS o
        WHERE CAST(o.signal_id AS VARCHAR) = CAST(r.signal_id AS VARCHAR)
      )
),
moved AS (
    SELECT *, COALESCE(
               raw.number(pnl_percent) / 100,
               CASE WHEN entry > 0 THEN (exit / entry - 1) * CASE side WHEN 'long' THEN 1 WHEN 'short' THEN -1 END END
           ) AS change
    FROM read
)
SELECT
    'trade_results:' || COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS id,
    COALESCE(entered, closed) AS time,
    agent, environment, file,
    symbol AS symbol_written,
    side, timeframe,
    entered AS entry_time,
    closed AS exit_time,
    CAST(closed AS DATE) AS exit_day,
    CASE WHEN entry > 0 THEN stake / entry END AS quantity,
    entry AS entry_price,
    exit AS exit_price,
    CASE WHEN closed IS NOT NULL THEN stake * (change - 2 * COALESCE(fee_rate, 0)) END AS pnl,
    CASE WHEN stake IS NULL THEN 'percent' ELSE 'modelled' END AS pnl_basis,
    CASE WHEN stake IS NOT NULL THEN raw.quote_currency(symbol) END AS pnl_currency,
    change AS pnl_fraction,
    2 * fee_rate * stake AS fee,
    raw.number(pnl_absolute) AS pnl_reported,
    'price difference per unit, no quantity, no fee' AS pnl_reported_as,
    confidence,
    CAST(signal_id AS VARCHAR) AS decision_id,
    CASE WHEN raw.truth(hit_target) THEN 'target' WHEN raw.truth(hit_stop) THEN 'stop' END AS close_reason,
    1 AS parts
FROM moved
