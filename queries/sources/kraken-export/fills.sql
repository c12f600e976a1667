-- A row is one fill. A buy opens and a sell closes what is owned; what a fill on margin does its line says, or nothing does. The pair is written in two
-- parts, since only Kraken's own lists say where DOTUSD is to be split.
INSERT INTO staged.fills BY NAME
SELECT
    r.txid AS id, raw.time_in(r.time, 'UTC') AS time, t.agent, 'kraken' AS exchange, COALESCE(t.environment, 'live') AS environment,
    COALESCE(raw.kraken_base(r.pair) || '/' || NULLIF(raw.kraken_quote(r.pair), ''), r.pair) AS symbol_written, r.file, r.ordertxid AS order_id,
    lower(r.type) AS side,
    r.role, r.market,
    raw.number(r.vol) AS quantity, raw.number(r.price) AS price, raw.number(r.fee) AS fee,
    NULLIF(raw.kraken_quote(r.pair), '') AS fee_currency
FROM raw.kraken_roles AS r CROSS JOIN raw.told AS t
WHERE raw.time_in(r.time, 'UTC') IS NOT NULL AND lower(r.type) IN ('buy', 'sell') AND r.txid IS NOT NULL
  AND raw.number(r.price) > 0 AND raw.number(r.vol) > 0
