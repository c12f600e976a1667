-- A row is one point of the fork's table equity_history.
INSERT INTO raw.roma_equity BY NAME
SELECT
    t.file, 0 AS line, TRY_CAST(r.rowid AS BIGINT) AS position,
    raw.utc(r.timestamp) AS timestamp, TRY_CAST(r.cycle AS BIGINT) AS cycle, raw.number(r.equity) AS equity,
    raw.number(r.adjusted_equity) AS adjusted_equity, raw.number(r.gross_equity) AS gross_equity,
    raw.number(r.unrealized_pnl) AS unrealized_pnl, raw.number(r.pnl) AS pnl,
    raw.number(r.external_cash_flow) AS external_cash_flow, r.agent_id
FROM raw.equity_history AS r CROSS JOIN raw.told AS t
WHERE raw.utc(r.timestamp) IS NOT NULL
