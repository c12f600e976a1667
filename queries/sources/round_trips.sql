-- A row is one position from flat to flat, rebuilt at average cost from the fills of the systems in raw.round_trips that open
-- and close, those known before included, per agent, pair, market and direction. What is left after a close is flat where it is at
-- most a hundredth of the latest opening or of what was held: a rest too small to sell. A close of more than was opened takes
-- no part with the rest of it: its coins came from elsewhere. A fee in the pair's own coins is taken off; one in a third coin
-- leaves the P&L gross.
CREATE OR REPLACE TABLE raw.round_trip_fills AS
WITH fresh AS (
    SELECT f.* REPLACE (COALESCE(f.agent, t.agent) AS agent) FROM staged.fills AS f CROSS JOIN raw.told AS t WHERE f.system IS NULL
),
every AS (
    SELECT *, 1 AS newness FROM fresh
    UNION ALL
    SELECT *, 2 FROM stored.fills SEMI JOIN fresh USING (agent, environment)
    WHERE system IN (SELECT system FROM raw.round_trips)
),
once AS (
    SELECT *, CASE WHEN (role = 'open') = (side = 'buy') THEN 'long' ELSE 'short' END AS direction
    FROM every WHERE role IN ('open', 'close')
    QUALIFY row_number() OVER (PARTITION BY agent, environment, id ORDER BY newness) = 1
),
priced AS (
    SELECT *,
           COALESCE(raw.quote_currency(symbol_written),
               NULLIF(regexp_extract(replace(upper(symbol_written), 'XBT', 'BTC'), '(AUD|CAD|CHF|RUB|UAH|PLN|RON|ZAR|NGN|ARS|MXN|BIDR|IDRT|BTC)$', 1), ''),
               fee_currency) AS quote
    FROM once
),
fees AS (
    SELECT *,
           CASE WHEN fee = 0 OR fee_currency = quote THEN fee END AS quote_fee,
           CASE WHEN fee > 0 AND fee_currency <> quote AND starts_with(upper(symbol_written), fee_currency) THEN fee END AS base_fee
    FROM priced
),
moves AS (
    SELECT *,
           quote_fee IS NULL AND base_fee IS NULL AS foreign_fee,
           CASE role WHEN 'open' THEN quantity - COALESCE(base_fee, 0) ELSE -(quantity + COALESCE(base_fee, 0)) END AS change
    FROM fees
),
summed AS (
    SELECT *, SUM(change) OVER each AS total
    FROM moves
    WINDOW each AS (PARTITION BY agent, environment, symbol_written, market, direction ORDER BY time, role DESC, id ROWS UNBOUNDED PRECEDING)
),
held AS (
    SELECT *,
           total - least(0, MIN(total) OVER each) AS after,
           LAST_VALUE(CASE WHEN role = 'open' THEN change END IGNORE NULLS) OVER each AS latest
    FROM summed
    WINDOW each AS (PARTITION BY agent, environment, symbol_written, market, direction ORDER BY time, role DESC, id ROWS UNBOUNDED PRECEDING)
),
befores AS (
    SELECT *, COALESCE(LAG(after) OVER each, 0) AS before
    FROM held
    WINDOW each AS (PARTITION BY agent, environment, symbol_written, market, direction ORDER BY time, role DESC, id)
),
flats AS (
    SELECT *, after <= 0.01 * greatest(COALESCE(latest, 0), CASE WHEN role = 'close' THEN before ELSE 0 END) AS flat FROM befores
),
starts AS (
    SELECT *, COALESCE(LAG(flat) OVER each, true) AS was_flat
    FROM flats
    WINDOW each AS (PARTITION BY agent, environment, symbol_written, market, direction ORDER BY time, role DESC, id)
)
SELECT *,
       row_number() OVER each AS turn,
       SUM(CASE WHEN role = 'open' AND was_flat THEN 1 ELSE 0 END) OVER each AS trip,
       CASE WHEN role = 'open' THEN 1 WHEN was_flat THEN 0 ELSE least(1, before / -change) END AS part
FROM starts
WINDOW each AS (PARTITION BY agent, environment, symbol_written, market, direction ORDER BY time, role DESC, id ROWS UNBOUNDED PRECEDING);

CREATE OR REPLACE TABLE raw.round_trip_sums AS
SELECT
    agent, environment, symbol_written, direction, trip,
    MIN_BY(id, turn) AS first_id, MIN(time) AS opened, MAX_BY(time, turn) AS ended, MAX_BY(flat, turn) AS closed,
    ANY_VALUE(account) AS account, ANY_VALUE(exchange) AS exchange, MIN_BY(file, turn) AS file, ANY_VALUE(quote) AS quote,
    SUM(change) FILTER (WHERE role = 'open') AS received,
    SUM(quantity) FILTER (WHERE role = 'open') AS entered,
    SUM(quantity * price) FILTER (WHERE role = 'open') AS cost,
    SUM(COALESCE(quote_fee, 0)) FILTER (WHERE role = 'open') AS opening_fees,
    SUM(COALESCE(base_fee, 0) * price) FILTER (WHERE role = 'open') AS coin_fees,
    SUM(-change * part) FILTER (WHERE role = 'close') AS given,
    SUM(quantity * part) FILTER (WHERE role = 'close') AS left_with,
    SUM(quantity * price * part) FILTER (WHERE role = 'close') AS proceeds,
    SUM(COALESCE(quote_fee, base_fee * price, 0) * part) FILTER (WHERE role = 'close') AS closing_fees,
    bool_or(foreign_fee) AS foreign_fee,
    string_agg(DISTINCT CASE WHEN foreign_fee THEN COALESCE(fee_currency, 'a coin that is not named') END, ', ') AS foreign_coins,
    COUNT(*) FILTER (WHERE role = 'close') AS parts,
    SUM(pnl_reported) AS reported
FROM raw.round_trip_fills
WHERE part > 0 AND trip > 0
GROUP BY agent, environment, symbol_written, market, direction, trip;

CREATE OR REPLACE TABLE raw.round_trip_notes AS
SELECT format('{}: {} of {} rebuilt positions paid fees in {}, whose price is not known: their P&L is gross',
              agent, COUNT(*) FILTER (WHERE foreign_fee), COUNT(*), string_agg(DISTINCT foreign_coins, ', ')) AS note
FROM raw.round_trip_sums GROUP BY agent HAVING bool_or(foreign_fee)
UNION ALL
SELECT format('{}: {} fills close more than the fills before them opened: the rest of them makes no trade', agent, COUNT(*))
FROM raw.round_trip_fills WHERE role = 'close' AND part < 0.99 GROUP BY agent
UNION ALL
SELECT format('{}: {} positions in the store began earlier than was known when they were rebuilt, and count twice now: forget the agent and import its exports again, oldest first',
              agent, COUNT(*))
FROM stored.trades AS s
WHERE system IN (SELECT system FROM raw.round_trips)
  AND EXISTS (SELECT 1 FROM raw.round_trip_sums AS r WHERE r.agent = s.agent AND r.environment = s.environment)
  AND NOT EXISTS (
      SELECT 1 FROM raw.round_trip_sums AS r
      WHERE r.agent = s.agent AND r.environment = s.environment AND r.symbol_written || '-' || r.first_id = s.id)
GROUP BY agent;

INSERT INTO staged.trades BY NAME
WITH figured AS (
    SELECT *, CASE direction WHEN 'long' THEN 1 ELSE -1 END AS sign, cost / entered AS entry, proceeds / left_with AS exit FROM raw.round_trip_sums
)
SELECT
    symbol_written || '-' || first_id AS id, opened AS time, agent, account, exchange, environment, symbol_written, file,
    direction AS side, opened AS entry_time,
    CASE WHEN closed THEN ended END AS exit_time, CASE WHEN closed THEN CAST(ended AS DATE) END AS exit_day,
    CASE WHEN closed THEN left_with ELSE received END AS quantity,
    entry AS entry_price, CASE WHEN closed THEN exit END AS exit_price,
    CASE WHEN NOT closed THEN NULL
         WHEN foreign_fee THEN sign * (exit - entry) * left_with
         ELSE sign * (proceeds - cost * given / received) - closing_fees - opening_fees * given / received END AS pnl,
    CASE WHEN foreign_fee THEN 'gross' ELSE 'net' END AS pnl_basis,
    quote AS pnl_currency,
    CASE WHEN closed AND entry > 0 THEN sign * (exit / entry - 1) END AS pnl_fraction,
    CASE WHEN closed AND NOT foreign_fee THEN closing_fees + (opening_fees + coin_fees) * given / received END AS fee,
    CASE WHEN closed THEN reported END AS pnl_reported,
    CASE WHEN closed AND reported IS NOT NULL THEN 'realised profit as the exchange counts it, before fees' END AS pnl_reported_as,
    CASE WHEN closed THEN parts END AS parts
FROM figured
