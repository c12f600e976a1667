-- A row is what holding a position on margin cost: a rollover.
INSERT INTO staged.funding BY NAME
SELECT
    l.txid AS id, raw.time_in(l.time, 'UTC') AS time, t.agent, 'kraken' AS exchange, COALESCE(t.environment, 'live') AS environment,
    l.file, COALESCE(raw.number(l.fee), 0) - raw.number(l.amount) AS amount, raw.kraken_asset(l.asset) AS currency
FROM raw.kraken_ledgers AS l CROSS JOIN raw.told AS t
WHERE lower(l.type) = 'rollover' AND l.txid IS NOT NULL
  AND raw.time_in(l.time, 'UTC') IS NOT NULL AND raw.number(l.amount) IS NOT NULL
