-- A row is the value of an account. Lines whose time or value cannot be read are left out.
SELECT
    concat_ws('|', lower(r.environment), r.account, r.currency, epoch_us(r.time)) AS id,
    r.time AS time,
    COALESCE(r.agent, t.agent) AS agent,
    r.account AS account, r.exchange AS exchange,
    lower(r.environment) AS environment, r.strategy AS strategy,
    t.file,
    r.equity AS value, r.available AS available, r.unrealised AS unrealised, r.flow AS flow, r.currency AS currency,
    'reported' AS basis,
    'csv' AS origin,
    1 AS preference
FROM raw.csv AS r CROSS JOIN raw.told AS t
WHERE r.time IS NOT NULL AND r.equity IS NOT NULL
