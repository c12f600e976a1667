-- A row is one trade. Confidence is a fraction, or per cent where the file has any above 1. A line without an id is known
-- by what it says and by how often it says it; an id counts within its environment. Lines whose time (moment: the entry, or the
-- exit where no entry is known) cannot be read are left out.
WITH read AS (
    SELECT
        r.line, r.moment, t.file, COALESCE(r.agent, t.agent) AS whose,
        r.trade_id AS written_id,
        r.symbol AS pair,
        CASE WHEN r.side = 'long' THEN 'long'
             WHEN r.side = 'short' THEN 'short'
             WHEN lower(r.side) IN ('long', 'buy', 'b', 'l') THEN 'long'
             WHEN lower(r.side) IN ('short', 'sell', 's') THEN 'short'
             WHEN r.quantity < 0 THEN 'short' END AS direction,
        r.entry_time AS opened, r.exit_time AS closed, r.quantity AS units,
        r.entry_price AS entry, r.exit_price AS exit, r.pnl, r.net_pnl, r.gross_pnl,
        COALESCE(r.pnl_percent / 100, r.pnl_ratio) AS written_change,
        r.fee, r.funding, r.leverage,
        r.confidence / c.certain AS stated,
        COALESCE(r.currency, r.quote) AS currency, r.strategy, r.timeframe, r.regime, r.close_reason, r.account, r.exchange,
        lower(r.environment) AS environment
    FROM raw.csv AS r CROSS JOIN raw.told AS t CROSS JOIN raw.csv_certain AS c
    WHERE r.moment IS NOT NULL
),
figured AS (
    SELECT *, CASE direction WHEN 'long' THEN 1 WHEN 'short' THEN -1 END AS way
    FROM read
),
named AS (
    SELECT figured.*, CASE WHEN environment IS NULL THEN '' ELSE environment || '|' END || COALESCE(
               written_id, concat_ws('|', pair, direction, opened, closed, units) || '#' || CAST(COALESCE(n.nth, 1) AS VARCHAR)) AS known_as
    FROM figured LEFT JOIN raw.csv_repeated AS n ON figured.line = n.line
)
SELECT
    known_as AS id, moment AS time, whose AS agent, account, exchange, environment, strategy,
    pair AS symbol_written, file, direction AS side, timeframe, opened AS entry_time, closed AS exit_time,
    CAST(closed AS DATE) AS exit_day, abs(units) AS quantity, entry AS entry_price, exit AS exit_price, leverage,
    CASE WHEN closed IS NOT NULL THEN COALESCE(
        net_pnl,
        gross_pnl - COALESCE(fee, 0) - COALESCE(funding, 0),
        pnl,
        (exit - entry) * abs(units) * way - COALESCE(fee, 0) - COALESCE(funding, 0)) END AS pnl,
    CASE WHEN net_pnl IS NOT NULL THEN 'net'
         WHEN COALESCE(gross_pnl, pnl, (exit - entry) * abs(units) * way) IS NOT NULL THEN CASE WHEN fee IS NULL THEN 'gross' ELSE 'net' END
         ELSE 'percent' END AS pnl_basis,
    currency AS pnl_currency,
    COALESCE(CASE WHEN entry > 0 THEN (exit / entry - 1) * way END, written_change) AS pnl_fraction,
    fee, funding,
    COALESCE(net_pnl, gross_pnl, pnl) AS pnl_reported,
    CASE WHEN net_pnl IS NOT NULL THEN 'net, as the file says'
         WHEN gross_pnl IS NOT NULL THEN 'gross, as the file says'
         WHEN pnl IS NOT NULL THEN 'as the file says' END AS pnl_reported_as,
    CASE WHEN stated BETWEEN 0 AND 1 THEN stated END AS confidence,
    regime, close_reason, 1 AS parts
FROM named
