-- A row is the value of the portfolio; all zero means that the balance was not read. Its currency is that of the
-- positions where they have one, and USD, which the bot writes before every figure, where they do not.
INSERT INTO staged.equity BY NAME
WITH quoted AS (
    SELECT CASE WHEN COUNT(DISTINCT raw.quote_currency(symbol)) = 1 THEN MAX(raw.quote_currency(symbol)) ELSE 'USD' END
               AS currency
    FROM raw.positions
)
SELECT
    'portfolio_metrics-' || epoch_us(raw.utc(m.timestamp_ms)) AS id,
    raw.utc(m.timestamp_ms) AS time,
    t.file,
    raw.number(m.total_value) AS value,
    raw.number(m.cash_balance) AS available,
    q.currency,
    'reported' AS basis,
    'portfolio_metrics' AS origin,
    1 AS preference
FROM raw.portfolio_metrics AS m CROSS JOIN raw.told AS t CROSS JOIN quoted AS q
WHERE raw.utc(m.timestamp_ms) IS NOT NULL AND raw.number(m.total_value) IS NOT NULL
  AND NOT (raw.number(m.total_value) = 0 AND COALESCE(raw.number(m.cash_balance), 0) = 0
           AND COALESCE(raw.number(m.position_value), 0) = 0)
