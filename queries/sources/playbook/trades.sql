-- trade_outcomes: a row is one closed trade. The bot writes entry_time and exit_time both when it closes, P&L per unit in
-- price, and P&L in per cent of the entry price in the direction of the trade. Money is modelled where a stake is told.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT r.*, t.file, t.agent AS told_agent, t.environment AS told_environment, t.stake, t.fee_rate,
           raw.utc(r.entry_time) AS entered, raw.utc(r.exit_time) AS closed,
           CASE upper(CAST(r.predicted_direction AS VARCHAR))
               WHEN 'BUY' THEN 'long' WHEN 'LONG' THEN 'long' WHEN 'SELL' THEN 'short' WHEN 'SHORT' THEN 'short' END AS direction,
           raw.number(r.entry_price) AS entry, raw.number(r.exit_price) AS exit
    FROM raw.trade_outcomes AS r CROSS JOIN raw.told AS t
    WHERE (r.entry_time IS NULL OR raw.utc(r.entry_time) IS NOT NULL)
      AND (r.exit_time IS NULL OR raw.utc(r.exit_time) IS NOT NULL)
      AND COALESCE(r.entry_time, r.exit_time) IS NOT NULL
),
moved AS (
    SELECT *, COALESCE(
               raw.number(pnl_percent) / 100,
               CASE WHEN entry > 0 THEN (exit / entry - 1) * CASE direction WHEN 'long' THEN 1 WHEN 'short' THEN -1 END END
           ) AS change
    FROM read
)
SELECT
    COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS id,
    COALESCE(entered, closed) AS time,
    told_agent AS agent,
    CASE raw.truth(is_paper_trade) WHEN true THEN 'paper' WHEN false THEN 'live' ELSE told_environment END AS environment,
    CAST(strategy_name AS VARCHAR) AS strategy,
    CAST(symbol AS VARCHAR) AS symbol_written,
    file,
    direction AS side,
    CAST("interval" AS VARCHAR) AS timeframe,
    entered AS entry_time,
    closed AS exit_time,
    CAST(closed AS DATE) AS exit_day,
    CASE WHEN entry > 0 THEN stake / entry END AS quantity,
    entry AS entry_price,
    exit AS exit_price,
    CASE WHEN closed IS NOT NULL THEN stake * (change - 2 * COALESCE(fee_rate, 0)) END AS pnl,
    CASE WHEN stake IS NULL THEN 'percent' ELSE 'modelled' END AS pnl_basis,
    CASE WHEN stake IS NOT NULL THEN raw.quote_currency(CAST(symbol AS VARCHAR)) END AS pnl_currency,
    change AS pnl_fraction,
    2 * fee_rate * stake AS fee,
    raw.number(pnl_absolute) AS pnl_reported,
    'price difference per unit, no quantity, no fee' AS pnl_reported_as,
    raw.truth(was_correct) AS won_reported,
    COALESCE(raw.fraction(predicted_confidence), raw.fraction(confidence)) AS confidence,
    CAST(signal_id AS VARCHAR) AS decision_id,
    CAST(regime AS VARCHAR) AS regime,
    CAST(closed_by AS VARCHAR) AS close_reason,
    1 AS parts
FROM moved
