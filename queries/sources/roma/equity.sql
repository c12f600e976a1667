-- A row is the account's value at the end of a cycle, or when it was asked for: gross of what the bot takes for deposits.
-- Each cycle is in the equity history and in its decision file; the history comes first.
INSERT INTO staged.equity BY NAME
SELECT
    'equity_history-' || epoch_us(e.timestamp) AS id,
    e.timestamp AS time,
    COALESCE(e.agent_id, t.agent) AS agent,
    e.file,
    COALESCE(e.gross_equity, e.equity) AS value,
    NULL AS available,
    COALESCE(e.unrealized_pnl, e.pnl) AS unrealised,
    'USDT' AS currency,
    'reported' AS basis,
    'equity_history' AS origin,
    1 AS preference,
    CASE WHEN e.gross_equity IS NOT NULL THEN COALESCE(e.adjusted_equity, e.equity) END AS value_reported
FROM raw.roma_equity AS e CROSS JOIN raw.told AS t
WHERE COALESCE(e.gross_equity, e.equity) IS NOT NULL
UNION ALL BY NAME
SELECT
    i.id,
    i.time,
    COALESCE(i.agent, t.agent) AS agent,
    a.file,
    COALESCE(a.gross_total_balance, a.total_wallet_balance, a.total_balance) AS value,
    a.available_balance AS available,
    COALESCE(a.total_unrealized_profit, a.unrealized_pnl) AS unrealised,
    'USDT' AS currency,
    'reported' AS basis,
    i.origin,
    i.preference,
    a.adjusted_total_balance AS value_reported
FROM raw.roma_accounts AS a
JOIN raw.roma_instants AS i ON i.file = a.file AND i.position = a.parent
CROSS JOIN raw.told AS t
WHERE COALESCE(a.gross_total_balance, a.total_wallet_balance, a.total_balance) IS NOT NULL AND i.time IS NOT NULL
