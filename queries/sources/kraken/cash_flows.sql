-- A row is a change of an asset's balance that the bot put down to a deposit or withdrawal.
INSERT INTO staged.cash_flows BY NAME
SELECT
    'balance_history-' || b.id AS id,
    raw.utc(b.timestamp_ms) AS time,
    t.file,
    raw.number(b.balance_change) AS amount,
    b.asset AS currency,
    CASE WHEN contains(lower(b.change_reason), 'deposit') THEN 'deposit' ELSE 'withdrawal' END AS kind,
    'source' AS origin
FROM raw.balance_history AS b CROSS JOIN raw.told AS t
WHERE regexp_matches(lower(b.change_reason), 'deposit|withdraw')
  AND raw.utc(b.timestamp_ms) IS NOT NULL AND raw.number(b.balance_change) <> 0
