-- A row is a deposit or a withdrawal, what Kraken took for it taken off. A line without txid repeats one that is under way.
INSERT INTO staged.cash_flows BY NAME
SELECT
    l.txid AS id, raw.time_in(l.time, 'UTC') AS time, t.agent, 'kraken' AS exchange, COALESCE(t.environment, 'live') AS environment,
    l.file, raw.number(l.amount) - COALESCE(raw.number(l.fee), 0) AS amount, raw.kraken_asset(l.asset) AS currency,
    lower(l.type) AS kind, 'source' AS origin
FROM raw.kraken_ledgers AS l CROSS JOIN raw.told AS t
WHERE lower(l.type) IN ('deposit', 'withdrawal') AND l.txid IS NOT NULL
  AND raw.time_in(l.time, 'UTC') IS NOT NULL AND raw.number(l.amount) IS NOT NULL
