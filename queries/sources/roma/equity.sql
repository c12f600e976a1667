-- A row is the account's value at the end of a cycle: gross of what the bot takes for deposits. Each cycle is in the
-- equity history and in its decision file; the history comes first.
INSERT INTO staged.equity BY NAME
SELECT
    'equity_history-' || epoch_us(timestamp) AS id,
    timestamp AS time,
    ? AS agent,
    file,
    COALESCE(gross_equity, equity) AS value,
    NULL AS available,
    COALESCE(unrealized_pnl, pnl) AS unrealised,
    'USDT' AS currency,
    'reported' AS basis,
    'equity_history' AS origin,
    1 AS preference,
    CASE WHEN gross_equity IS NOT NULL THEN COALESCE(adjusted_equity, equity) END AS value_reported
FROM raw.roma_equity
WHERE COALESCE(gross_equity, equity) IS NOT NULL
UNION ALL BY NAME
SELECT
    'account_state-' || epoch_us(c.timestamp) AS id,
    c.timestamp AS time,
    ? AS agent,
    a.file,
    COALESCE(a.gross_total_balance, a.total_wallet_balance, a.total_balance) AS value,
    a.available_balance AS available,
    COALESCE(a.total_unrealized_profit, a.unrealized_pnl) AS unrealised,
    'USDT' AS currency,
    'reported' AS basis,
    'account_state' AS origin,
    2 AS preference,
    a.adjusted_total_balance AS value_reported
FROM raw.roma_accounts AS a
JOIN raw.roma_cycles AS c ON c.file = a.file
WHERE COALESCE(a.gross_total_balance, a.total_wallet_balance, a.total_balance) IS NOT NULL
