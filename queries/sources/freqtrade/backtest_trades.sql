-- A row is one trade of a backtest; a run of a strategy is an agent where nobody names one. profit_abs is after fees, except in
-- results where price difference times amount is exactly that.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT
        r.*, n.strategy, n.run, n.agent, b.stake_currency, b.timeframe,
        COALESCE(r.open_timestamp, r.open_date) AS opened, COALESCE(r.close_timestamp, r.close_date) AS closed,
        CASE WHEN r.is_short THEN -1 ELSE 1 END AS direction,
        r.amount * (r.open_rate * r.fee_open + r.close_rate * r.fee_close) AS fees
    FROM raw.freqtrade_backtest_trades AS r
    JOIN raw.freqtrade_backtests AS b ON b.file = r.file AND b.position = r.parent
    JOIN raw.freqtrade_runs AS n ON n.file = b.file AND n.position = b.position
),
judged AS (
    SELECT *, direction * amount * (close_rate - open_rate) AS gross,
           fees > 0 AND abs(direction * amount * (close_rate - open_rate) - profit_abs) <= 1e-3 * fees AS without_fees
    FROM read
)
SELECT
    concat_ws('-', run, epoch_ms(opened), pair,
        row_number() OVER (PARTITION BY file, parent, opened, pair ORDER BY position)) AS id,
    opened AS time, agent, 'backtest' AS environment, strategy, run AS strategy_version, pair AS symbol_written, file,
    CASE direction WHEN 1 THEN 'long' ELSE 'short' END AS side,
    timeframe, opened AS entry_time,
    CASE WHEN is_open IS NOT TRUE THEN closed END AS exit_time,
    CASE WHEN is_open IS NOT TRUE THEN CAST(closed AS DATE) END AS exit_day,
    amount AS quantity, open_rate AS entry_price, close_rate AS exit_price, leverage,
    CASE WHEN is_open IS NOT TRUE THEN profit_abs END AS pnl,
    CASE WHEN without_fees THEN 'gross' ELSE 'net' END AS pnl_basis,
    COALESCE(stake_currency, raw.quote_currency(pair)) AS pnl_currency,
    CASE WHEN open_rate > 0 THEN direction * (close_rate / open_rate - 1) END AS pnl_fraction,
    CASE WHEN abs(gross - fees + COALESCE(funding_fees, 0) - profit_abs) <= 1e-3 * fees THEN fees END AS fee,
    NULLIF(-funding_fees, 0) AS funding,
    profit_abs AS pnl_reported, 'profit_abs, in stake currency' AS pnl_reported_as, CASE WHEN profit_ratio <> 0 THEN profit_ratio > 0 END AS won_reported,
    NULLIF(COALESCE(enter_tag, buy_tag), '') AS open_reason, COALESCE(exit_reason, sell_reason) AS close_reason, 1 AS parts,
    CASE WHEN open_rate > 0 THEN greatest(0, direction * (open_rate - CASE direction WHEN 1 THEN min_rate ELSE max_rate END) / open_rate) END AS mae,
    CASE WHEN open_rate > 0 THEN greatest(0, direction * (CASE direction WHEN 1 THEN max_rate ELSE min_rate END - open_rate) / open_rate) END AS mfe
FROM judged
