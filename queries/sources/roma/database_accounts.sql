-- A row is the account of one cycle, from the JSON text that the fork's table decision_logs holds.
INSERT INTO raw.roma_accounts BY NAME
WITH read AS (
    SELECT TRY_CAST(rowid AS BIGINT) AS parent, CAST(account_state AS JSON) AS said
    FROM raw.decision_logs
    WHERE json_valid(CAST(account_state AS VARCHAR))
)
SELECT
    t.file, 0 AS line, 0 AS position, r.parent,
    raw.number(said ->> 'total_wallet_balance') AS total_wallet_balance,
    raw.number(said ->> 'total_balance') AS total_balance,
    raw.number(said ->> 'gross_total_balance') AS gross_total_balance,
    raw.number(said ->> 'adjusted_total_balance') AS adjusted_total_balance,
    raw.number(said ->> 'available_balance') AS available_balance,
    raw.number(said ->> 'total_unrealized_profit') AS total_unrealized_profit,
    raw.number(said ->> 'unrealized_pnl') AS unrealized_pnl,
    raw.number(said ->> 'external_cash_flow') AS external_cash_flow
FROM read AS r CROSS JOIN raw.told AS t
WHERE json_type(said) = 'OBJECT'
