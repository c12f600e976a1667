-- A row is what the user should know of the files just read.
SELECT format('{}: {} of {} trades have an order of the exchange, which may be live or a testnet; the others are simulated or older: tell it with --environment',
              r.file, COUNT(r.exchange_order_id), COUNT(*)) AS note
FROM raw.tradeseeker_trades AS r CROSS JOIN raw.told AS t
WHERE t.environment IS NULL
GROUP BY r.file
