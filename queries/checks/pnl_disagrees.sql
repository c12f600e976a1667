-- A row is a way in which the bot's own profit differs from price difference times quantity.
WITH scope AS (
    SELECT CAST(? AS VARCHAR(200)) AS system, CAST(? AS VARCHAR(200)) AS agent, CAST(? AS VARCHAR(200)) AS environment,
           CAST(? AS TIMESTAMP(6)) AS from_time, CAST(? AS TIMESTAMP(6)) AS to_time
),
closed AS (
    SELECT t.*
    FROM trades AS t
    CROSS JOIN scope AS s
    WHERE t.system = s.system AND t.agent = s.agent AND t.environment = s.environment
      AND t.exit_time >= s.from_time AND t.exit_time < s.to_time
),
figured AS (
    SELECT id, symbol, pnl_reported, pnl_basis, pnl_fraction, leverage,
           ABS(COALESCE(fee, 0E0)) + ABS(COALESCE(funding, 0E0)) AS costs,
           (exit_price - entry_price) * CASE side WHEN 'long' THEN 1E0 WHEN 'short' THEN -1E0 END AS per_unit,
           (exit_price - entry_price) * CASE side WHEN 'long' THEN 1E0 WHEN 'short' THEN -1E0 END * quantity AS ours,
           CASE WHEN entry_price > 0E0
                THEN (exit_price / NULLIF(entry_price, 0E0) - 1E0) * CASE side WHEN 'long' THEN 1E0 WHEN 'short' THEN -1E0 END END AS change
    FROM closed
),
judged AS (
    SELECT id, leverage, pnl_basis,
           pnl_basis IN ('net', 'gross') AS has_money,
           ABS(pnl_reported - per_unit) <= 1E-6 * (1E0 + ABS(per_unit)) AS is_per_unit,
           ABS(pnl_reported - ours) <= 1E-2 * ABS(ours) + 1.01E0 * costs + 1E-9 AS agrees,
           ABS(pnl_reported - ours * leverage) <= 1E-2 * ABS(ours * leverage) + 1.01E0 * costs + 1E-9 AS is_levered,
           ABS(pnl_fraction - change) > 1E-4 + 1E-2 * ABS(change) AS fraction_differs,
           pnl_reported IS NOT NULL AND ours IS NOT NULL AS comparable
    FROM figured
),
counted AS (
    SELECT COUNT(*) FILTER (WHERE NOT has_money AND is_per_unit) AS per_unit,
           COUNT(*) FILTER (WHERE NOT has_money AND is_per_unit IS NOT NULL) AS without_money,
           COUNT(*) FILTER (WHERE has_money AND comparable) AS compared,
           COUNT(*) FILTER (WHERE has_money AND comparable AND NOT agrees AND is_levered) AS levered,
           COUNT(*) FILTER (WHERE has_money AND comparable AND NOT agrees AND NOT COALESCE(is_levered, FALSE)) AS other,
           MIN(leverage) FILTER (WHERE has_money AND NOT agrees AND is_levered) AS lowest,
           MAX(leverage) FILTER (WHERE has_money AND NOT agrees AND is_levered) AS highest,
           MIN(id) FILTER (WHERE has_money AND comparable AND NOT agrees AND NOT COALESCE(is_levered, FALSE)) AS example,
           COUNT(*) FILTER (WHERE fraction_differs) AS fractions,
           COUNT(*) FILTER (WHERE fraction_differs IS NOT NULL) AS with_fraction
    FROM judged
)
SELECT 'info' AS severity, 'reported P&L' AS subject,
       'the bot''s P&L is a price difference per unit, without quantity or fee, in ' || CAST(per_unit AS VARCHAR(40)) || ' of '
           || CAST(without_money AS VARCHAR(40)) || ' trades: sums over symbols mean nothing' AS finding,
       per_unit AS n
FROM counted
WHERE per_unit > 0 AND 2 * per_unit > without_money
UNION ALL
SELECT 'warning', 'reported P&L',
       'the bot''s P&L is ' || CASE WHEN lowest = highest THEN CAST(CAST(lowest AS DECIMAL(18,1)) AS VARCHAR(40))
           ELSE CAST(CAST(lowest AS DECIMAL(18,1)) AS VARCHAR(40)) || ' to ' || CAST(CAST(highest AS DECIMAL(18,1)) AS VARCHAR(40)) END
           || ' times the price difference × quantity in ' || CAST(levered AS VARCHAR(40)) || ' of ' || CAST(compared AS VARCHAR(40))
           || ' trades: it multiplies by leverage',
       levered
FROM counted
WHERE levered > 0
UNION ALL
SELECT 'warning', 'reported P&L',
       'the bot''s P&L differs from price difference × quantity by more than 1 % and costs in ' || CAST(other AS VARCHAR(40)) || ' of '
           || CAST(compared AS VARCHAR(40)) || ' trades, such as ' || example,
       other
FROM counted
WHERE other > 0
UNION ALL
SELECT 'warning', 'reported per cent',
       'the bot''s per cent differ from its prices in ' || CAST(fractions AS VARCHAR(40)) || ' of ' || CAST(with_fraction AS VARCHAR(40)) || ' trades',
       fractions
FROM counted
WHERE fractions > 0
