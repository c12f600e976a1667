-- portfolio_snapshots: a row is the value of the account. Only the guide knows this table; its timestamp is unix seconds
-- in the guide and ISO text in the code that reads it. The guide takes total_value - pnl for the money paid in: where that
-- stands still in nine of ten steps, its other steps are deposits and withdrawals; where it does not, pnl is something else.
INSERT INTO staged.equity BY NAME
WITH read AS (
    SELECT r.*, raw.utc(r.timestamp) AS time, raw.number(r.total_value) AS value,
           raw.number(r.total_value) - raw.number(r.pnl) AS paid_in
    FROM raw.portfolio_snapshots AS r
    WHERE raw.utc(r.timestamp) IS NOT NULL
),
steps AS (
    SELECT *, paid_in - LAG(paid_in) OVER (ORDER BY time) AS step, LAG(value) OVER (ORDER BY time) AS before FROM read
),
-- both columns may be rounded to cents
moves AS (
    SELECT *, abs(step) > greatest(0.02, 1e-5 * abs(before)) AS moved FROM steps
)
SELECT
    'portfolio_snapshots:' || COALESCE(CAST(r.id AS VARCHAR), CAST(r.timestamp AS VARCHAR)) AS id,
    r.time,
    t.agent, t.environment, t.file,
    r.value,
    raw.number(r.cash) AS available,
    CASE WHEN r.moved AND (SELECT 10 * count_if(moved) <= COUNT(moved) FROM moves) THEN r.step END AS flow,
    t.currency,
    'reported' AS basis,
    'portfolio_snapshots' AS origin,
    1 AS preference
FROM moves AS r CROSS JOIN raw.told AS t
