-- portfolio_snapshots: a row is the value of the account. Only the guide knows this table; its timestamp is unix seconds
-- in the guide and ISO text in the code that reads it.
INSERT INTO staged.equity BY NAME
SELECT
    'portfolio_snapshots:' || COALESCE(CAST(r.id AS VARCHAR), CAST(r.timestamp AS VARCHAR)) AS id,
    raw.utc(r.timestamp) AS time,
    t.agent, t.environment, t.file,
    raw.number(r.total_value) AS value,
    raw.number(r.cash) AS available,
    t.currency,
    'reported' AS basis,
    'portfolio_snapshots' AS origin,
    1 AS preference
FROM raw.portfolio_snapshots AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NOT NULL
