-- A row is what a reader of the figures should know of the file: how many lines repeat an id, and how many closed trades have no profit.
SELECT COUNT(trade_id) - COUNT(DISTINCT concat_ws('|', COALESCE(agent, ''), lower(COALESCE(environment, '')), trade_id))
           FILTER (WHERE trade_id IS NOT NULL) AS repeated,
       COUNT(*) FILTER (WHERE exit_time IS NOT NULL AND COALESCE(pnl, net_pnl, gross_pnl, pnl_percent, pnl_ratio) IS NULL
                          AND (entry_price IS NULL OR exit_price IS NULL)) AS without
FROM raw.csv
