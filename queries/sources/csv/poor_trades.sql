-- A row is how many closed trades have neither a profit nor the prices to compute one.
SELECT COUNT(*) AS n FROM raw.csv
WHERE exit_time IS NOT NULL AND COALESCE(pnl, net_pnl, gross_pnl, pnl_percent, pnl_ratio) IS NULL
  AND (entry_price IS NULL OR exit_price IS NULL)
