-- Deposits and withdrawals, put into the equity points after them. The bot's external_cash_flow is equity change minus
-- unrealised change minus its own P&L, so fees and its leverage-inflated P&L leak into every cycle. It is believed only
-- where it, the equity's jump, and what is left of that jump after unrealised change and closed P&L (ours) are each more
-- than 5 % of the equity before; the flow is what is left of the jump.
UPDATE staged.equity AS e
SET flow = f.left_over
FROM (
    WITH whose AS (
        SELECT DISTINCT agent FROM staged.equity WHERE system IS NULL
    ), said AS (
        SELECT COALESCE(e.agent_id, t.agent) AS agent, 'equity_history-' || epoch_us(e.timestamp) AS id, e.external_cash_flow
        FROM raw.roma_equity AS e CROSS JOIN raw.told AS t
        UNION ALL
        SELECT COALESCE(c.agent_id, t.agent), 'account_state-' || epoch_us(c.timestamp), a.external_cash_flow
        FROM raw.roma_accounts AS a
        JOIN raw.roma_cycles AS c ON c.file = a.file AND c.position = a.parent
        CROSS JOIN raw.told AS t
    ), points AS (
        SELECT agent, id, origin, time, value, unrealised
        FROM staged.equity SEMI JOIN whose USING (agent)
        WHERE system IS NULL AND origin IN ('equity_history', 'account_state')
        UNION ALL
        SELECT agent, id, origin, time, value, unrealised
        FROM stored.equity SEMI JOIN whose USING (agent)
        WHERE system = 'roma' AND origin = 'account_state'
          AND file NOT IN (SELECT file FROM raw.roma_accounts)
    ), closes AS (
        SELECT f.agent, f.time, f.quantity * (f.price - t.entry_price) * CASE t.side WHEN 'long' THEN 1 ELSE -1 END AS pnl
        FROM (
            SELECT agent, trade_id, time, quantity, price FROM staged.fills WHERE system IS NULL AND role = 'close'
            UNION ALL
            SELECT agent, trade_id, time, quantity, price FROM stored.fills
            ANTI JOIN (SELECT agent, id FROM staged.fills WHERE system IS NULL) USING (agent, id)
            WHERE system = 'roma' AND role = 'close' AND file NOT IN (SELECT file FROM raw.roma_trades)
        ) AS f
        SEMI JOIN whose USING (agent)
        JOIN (
            SELECT id, agent, side, entry_price FROM staged.trades WHERE system IS NULL
            UNION ALL
            SELECT id, agent, side, entry_price FROM stored.trades
            ANTI JOIN (SELECT agent, id FROM staged.trades WHERE system IS NULL) USING (agent, id)
            WHERE system = 'roma' AND file NOT IN (SELECT file FROM raw.roma_trades)
        ) AS t ON t.id = f.trade_id AND t.agent = f.agent
    ), booked AS (
        SELECT agent, time, SUM(SUM(pnl)) OVER (PARTITION BY agent ORDER BY time) AS closed FROM closes GROUP BY agent, time
    ), dated AS (
        SELECT p.*, COALESCE(b.closed, 0) AS closed
        FROM points AS p ASOF LEFT JOIN booked AS b ON p.agent = b.agent AND p.time >= b.time
    ), steps AS (
        SELECT
            agent,
            id,
            LAG(value) OVER w AS before,
            value - LAG(value) OVER w AS jump,
            COALESCE(unrealised, 0) - COALESCE(LAG(unrealised) OVER w, 0) + closed - LAG(closed) OVER w AS explained
        FROM dated
        WINDOW w AS (PARTITION BY agent, origin ORDER BY time, id)
    )
    SELECT s.agent, s.id, s.jump - s.explained AS left_over
    FROM steps AS s
    JOIN said ON said.id = s.id AND said.agent = s.agent
    WHERE abs(said.external_cash_flow) > 0.05 * s.before
      AND abs(s.jump) > 0.05 * s.before
      AND abs(s.jump - s.explained) > 0.05 * s.before
) AS f
WHERE e.id = f.id AND e.agent = f.agent AND e.system IS NULL
