-- A row is the value of an account. Lines whose time or value cannot be read are left out.
INSERT INTO staged.equity BY NAME
SELECT
    concat_ws('|', lower(r.environment), r.account, r.currency, epoch_us(raw.utc(r.time))) AS id,
    raw.utc(r.time) AS time,
    COALESCE(r.agent, t.agent) AS agent,
    r.account AS account, r.exchange AS exchange,
    lower(r.environment) AS environment, r.strategy AS strategy,
    t.file,
    raw.number(r.equity) AS value,
    raw.number(r.available) AS available,
    raw.number(r.unrealised) AS unrealised,
    raw.number(r.flow) AS flow,
    r.currency AS currency,
    'reported' AS basis,
    'csv' AS origin,
    1 AS preference
FROM raw.csv AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.time) IS NOT NULL AND raw.number(r.equity) IS NOT NULL
ORDER BY r.line
