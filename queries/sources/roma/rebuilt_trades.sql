-- A row is one position rebuilt from fills, from flat to flat. Of one that was not seen to open only the exchange's realised
-- P&L is known. Fees come off where each fill states one in the currency of the P&L.
INSERT INTO staged.trades BY NAME
WITH positions AS (
    SELECT
        agent, symbol, side, trade,
        MAX(file) AS file,
        MIN(time) AS first_time,
        MAX(time) AS last_time,
        SUM(unseen) > 0 AS unseen,
        SUM(CASE WHEN last_leg THEN held END) AS held,
        SUM(quantity) FILTER (role = 'open') AS opened,
        SUM(quantity) FILTER (role = 'close') AS closed,
        SUM(quantity * price) FILTER (role = 'open') AS paid_in,
        SUM(quantity * price) FILTER (role = 'close') AS paid_out,
        SUM(realised) FILTER (role = 'close') AS realised,
        COUNT(*) FILTER (role = 'close') AS parts,
        CASE WHEN COUNT(*) = COUNT(fee) FILTER (fee_currency = raw.quote_currency(symbol)) THEN SUM(fee) END AS fee
    FROM raw.roma_legs
    GROUP BY agent, symbol, side, trade
), measured AS (
    SELECT
        *,
        held > 0 AS still_open,
        CASE side WHEN 'long' THEN 1 ELSE -1 END AS sign,
        CASE WHEN NOT unseen THEN CAST(paid_in / opened AS DOUBLE) END AS entry_price,
        CAST(paid_out / closed AS DOUBLE) AS exit_price
    FROM positions
)
SELECT
    trade AS id,
    CASE WHEN unseen THEN last_time ELSE first_time END AS time,
    agent,
    symbol AS symbol_written,
    file,
    side,
    CASE WHEN NOT unseen THEN first_time END AS entry_time,
    CASE WHEN NOT still_open THEN last_time END AS exit_time,
    CASE WHEN NOT still_open THEN CAST(last_time AS DATE) END AS exit_day,
    CAST(CASE WHEN unseen THEN closed ELSE opened END AS DOUBLE) AS quantity,
    entry_price,
    CASE WHEN NOT still_open THEN exit_price END AS exit_price,
    CASE
        WHEN still_open THEN NULL
        WHEN unseen THEN realised
        ELSE CAST((paid_out - paid_in) * sign AS DOUBLE) - COALESCE(fee, 0)
    END AS pnl,
    CASE WHEN unseen AND realised IS NULL THEN 'percent' WHEN unseen OR fee IS NULL THEN 'gross' ELSE 'net' END AS pnl_basis,
    raw.quote_currency(symbol) AS pnl_currency,
    CASE WHEN NOT still_open THEN (exit_price / NULLIF(entry_price, 0) - 1) * sign END AS pnl_fraction,
    CASE WHEN NOT unseen THEN fee END AS fee,
    realised AS pnl_reported,
    CASE WHEN unseen THEN 'realised P&L of the exchange, before commission; the opening was not seen'
         ELSE 'realised P&L of the exchange, before commission' END AS pnl_reported_as,
    parts
FROM measured
