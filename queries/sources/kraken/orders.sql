-- A row is an order with what was executed of it; its state is that of its newest execution.
INSERT INTO staged.orders BY NAME
WITH read AS (
    SELECT *, COALESCE(order_id, trade_id) AS whose, raw.utc(created_at) AS created,
           raw.utc(CASE WHEN raw.number(execution_time) > 1e11 THEN execution_time ELSE created_at END) AS touched
    FROM raw.trade_history
)
SELECT
    r.whose AS id,
    MIN(r.created) AS time,
    ANY_VALUE(t.file) AS file,
    ANY_VALUE(r.symbol) AS symbol_written,
    ANY_VALUE(r.strategy) AS strategy,
    MAX(r.order_id) AS order_id,
    lower(ANY_VALUE(r.trade_type)) AS side,
    lower(ANY_VALUE(r.order_type)) AS type,
    CASE upper(MAX_BY(r.status, r.touched))
        WHEN 'EXECUTED' THEN 'filled' WHEN 'PARTIAL' THEN 'partially_filled' WHEN 'PENDING' THEN 'pending'
        WHEN 'CANCELLED' THEN 'cancelled' WHEN 'REJECTED' THEN 'rejected' ELSE 'unknown' END AS status,
    MAX_BY(r.status, r.touched) AS status_written,
    MAX(TRY_CAST(r.price AS DECIMAL(38, 18))) AS price,
    MAX(TRY_CAST(r.size AS DECIMAL(38, 18))) AS quantity,
    SUM(TRY_CAST(r.executed_size AS DECIMAL(38, 18))) AS filled,
    SUM(raw.number(r.fees)) AS fee,
    ANY_VALUE(COALESCE(r.fee_currency, raw.quote_currency(r.symbol))) AS fee_currency,
    MAX(r.touched) AS updated
FROM read AS r CROSS JOIN raw.told AS t
WHERE r.created IS NOT NULL AND r.whose IS NOT NULL
GROUP BY r.whose
