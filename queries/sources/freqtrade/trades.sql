-- A row is one trade of the database. close_profit_abs is money after fees; close_profit is a ratio of the stake. The fee is
-- told where the rates explain that money, which they do not where a position was reduced in between. funding_fees are
-- positive when they were received.
INSERT INTO staged.trades BY NAME
WITH read AS (
    SELECT
        w.*, r.pair, r.timeframe, r.enter_tag, r.buy_tag, r.exit_reason, r.sell_reason,
        CASE WHEN raw.truth(r.is_short) THEN -1 ELSE 1 END AS direction,
        CASE WHEN NOT raw.truth(r.is_open) THEN raw.time_in(r.close_date, 'UTC') END AS closed,
        raw.number(r.amount) AS amount, raw.number(r.open_rate) AS opened_at, raw.number(r.close_rate) AS closed_at,
        raw.number(r.close_profit_abs) AS profit, raw.number(r.close_profit) AS ratio,
        raw.number(r.leverage) AS leverage, raw.number(r.stake_amount) AS stake,
        raw.number(r.max_rate) AS highest, raw.number(r.min_rate) AS lowest,
        CASE WHEN upper(CAST(r.trading_mode AS VARCHAR)) = 'FUTURES' THEN -raw.number(r.funding_fees) END AS funding,
        raw.number(r.amount) * (raw.number(r.open_rate) * raw.number(r.fee_open)
            + raw.number(r.close_rate) * raw.number(r.fee_close)) AS fees,
        COALESCE(CAST(r.stake_currency AS VARCHAR), raw.quote_currency(CAST(r.pair AS VARCHAR))) AS currency,
        COALESCE(CAST(r.timeframe AS VARCHAR), CAST(r.ticker_interval AS VARCHAR)) AS minutes
    FROM raw.trades AS r JOIN raw.freqtrade_whose AS w ON w.trade = CAST(r.id AS VARCHAR)
)
SELECT
    known_as AS id, opened AS time, agent, exchange, environment, strategy, CAST(pair AS VARCHAR) AS symbol_written, file,
    CASE direction WHEN 1 THEN 'long' ELSE 'short' END AS side,
    CASE WHEN raw.number(minutes) >= 1440 AND raw.number(minutes) % 1440 = 0 THEN CAST(raw.number(minutes) // 1440 AS INTEGER) || 'd'
         WHEN raw.number(minutes) >= 60 AND raw.number(minutes) % 60 = 0 THEN CAST(raw.number(minutes) // 60 AS INTEGER) || 'h'
         WHEN raw.number(minutes) IS NOT NULL THEN CAST(raw.number(minutes) AS INTEGER) || 'm'
         ELSE minutes END AS timeframe,
    opened AS entry_time, closed AS exit_time, CAST(closed AS DATE) AS exit_day,
    amount AS quantity, opened_at AS entry_price, CASE WHEN closed IS NOT NULL THEN closed_at END AS exit_price, leverage,
    CASE WHEN closed IS NOT NULL THEN profit END AS pnl,
    'net' AS pnl_basis,
    currency AS pnl_currency,
    CASE WHEN closed IS NOT NULL AND opened_at > 0 THEN direction * (closed_at / opened_at - 1) END AS pnl_fraction,
    CASE WHEN closed IS NOT NULL
          AND abs(direction * amount * (closed_at - opened_at) - fees - COALESCE(funding, 0) - profit) <= 1e-6 * stake
         THEN fees END AS fee,
    funding,
    CASE WHEN closed IS NOT NULL THEN profit END AS pnl_reported,
    'close_profit_abs: net of fees' AS pnl_reported_as,
    CASE WHEN closed IS NOT NULL AND ratio <> 0 THEN ratio > 0 END AS won_reported,
    NULLIF(COALESCE(CAST(enter_tag AS VARCHAR), CAST(buy_tag AS VARCHAR)), '') AS open_reason,
    COALESCE(CAST(exit_reason AS VARCHAR), CAST(sell_reason AS VARCHAR)) AS close_reason,
    1 AS parts,
    CASE WHEN opened_at > 0 THEN greatest(0, direction * (opened_at - CASE direction WHEN 1 THEN lowest ELSE highest END) / opened_at) END AS mae,
    CASE WHEN opened_at > 0 THEN greatest(0, direction * (CASE direction WHEN 1 THEN highest ELSE lowest END - opened_at) / opened_at) END AS mfe
FROM read
