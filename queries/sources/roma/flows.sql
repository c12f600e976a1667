-- Deposits and withdrawals, put into the equity points after them. The bot's external_cash_flow is equity change minus
-- unrealised change minus its own P&L, so fees and its leverage-inflated P&L leak into every cycle. It is believed only
-- where it, the equity's jump, and what is left of that jump after unrealised change and closed P&L (ours) are each more
-- than 5 % of the equity before; the flow is what is left of the jump.
UPDATE staged.equity AS e
SET flow = f.left_over
FROM (
    WITH whose AS (
        SELECT CAST(? AS VARCHAR) AS agent
    ), said AS (
        SELECT 'equity_history-' || epoch_us(timestamp) AS id, external_cash_flow FROM raw.roma_equity
        UNION ALL
        SELECT 'account_state-' || epoch_us(c.timestamp), a.external_cash_flow
        FROM raw.roma_accounts AS a
        JOIN raw.roma_cycles AS c ON c.file = a.file
    ), points AS (
        SELECT id, origin, time, value, unrealised
        FROM staged.equity SEMI JOIN whose USING (agent)
        WHERE system IS NULL
        UNION ALL
        SELECT id, origin, time, value, unrealised
        FROM stored.equity SEMI JOIN whose USING (agent)
        WHERE system = 'roma' AND origin = 'account_state'
          AND file NOT IN (SELECT file FROM raw.roma_accounts)
    ), closes AS (
        SELECT f.time, f.quantity * (f.price - t.entry_price) * CASE t.side WHEN 'long' THEN 1 ELSE -1 END AS pnl
        FROM (
            SELECT agent, trade_id, time, quantity, price FROM staged.fills WHERE system IS NULL
            UNION ALL
            SELECT agent, trade_id, time, quantity, price FROM stored.fills
            WHERE system = 'roma' AND file NOT IN (SELECT file FROM raw.roma_trades)
        ) AS f
        SEMI JOIN whose USING (agent)
        JOIN (
            SELECT id, agent, side, entry_price FROM staged.trades WHERE system IS NULL
            UNION ALL
            SELECT id, agent, side, entry_price FROM stored.trades
            WHERE system = 'roma' AND file NOT IN (SELECT file FROM raw.roma_trades)
        ) AS t ON t.id = f.trade_id AND t.agent = f.agent
    ), booked AS (
        SELECT time, SUM(SUM(pnl)) OVER (ORDER BY time) AS closed FROM closes GROUP BY time
    ), dated AS (
        SELECT p.*, COALESCE(b.closed, 0) AS closed FROM points AS p ASOF LEFT JOIN booked AS b ON p.time >= b.time
    ), steps AS (
        SELECT
            id,
            LAG(value) OVER w AS before,
            value - LAG(value) OVER w AS jump,
            COALESCE(unrealised, 0) - COALESCE(LAG(unrealised) OVER w, 0) + closed - LAG(closed) OVER w AS explained
        FROM dated
        WINDOW w AS (PARTITION BY origin ORDER BY time, id)
    )
    SELECT s.id, s.jump - s.explained AS left_over
    FROM steps AS s
    JOIN said ON said.id = s.id
    WHERE abs(said.external_cash_flow) > 0.05 * s.before
      AND abs(s.jump) > 0.05 * s.before
      AND abs(s.jump - s.explained) > 0.05 * s.before
) AS f
WHERE e.id = f.id AND e.system IS NULL
