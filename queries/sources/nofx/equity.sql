-- A row is the account's value in a cycle. What NoFx calls unrealised profit is the whole profit since the start, so
-- the unrealised P&L is summed over the open positions instead.
INSERT INTO staged.equity BY NAME
WITH open_positions AS (
    SELECT file, SUM(unrealized_profit) AS unrealised FROM raw.nofx_positions GROUP BY file
)
SELECT
    epoch_us(c.timestamp) || '' AS id,
    c.timestamp AS time,
    a.file,
    a.total_balance AS value,
    a.available_balance AS available,
    CASE WHEN a.position_count = 0 THEN 0 ELSE p.unrealised END AS unrealised,
    'USDT' AS currency,
    'reported' AS basis,
    'account_state' AS origin,
    1 AS preference
FROM raw.nofx_accounts AS a
JOIN raw.nofx_cycles AS c ON c.file = a.file
LEFT JOIN open_positions AS p ON p.file = a.file
WHERE a.total_balance IS NOT NULL
