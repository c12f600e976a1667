-- A row is what the account held of one asset, in units of the asset: its value in money is not told.
INSERT INTO staged.samples BY NAME
WITH balances AS (
    UNPIVOT (
        SELECT raw.utc(timestamp_ms) AS time, asset, raw.number(balance) AS balance,
               raw.number(balance) - raw.number(hold_trade) AS free_balance
        FROM raw.balance_history
    ) ON balance, free_balance INTO NAME metric VALUE value
)
SELECT
    epoch_us(b.time) || '-' || b.metric || '-' || b.asset AS id,
    b.time, t.file, b.metric,
    to_json({asset: b.asset}) AS labels,
    'gauge' AS kind,
    b.value
FROM balances AS b CROSS JOIN raw.told AS t
WHERE b.time IS NOT NULL
