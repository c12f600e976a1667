-- A row is a deposit or withdrawal that the equity history shows.
INSERT INTO staged.cash_flows BY NAME
SELECT
    'flow-' || epoch_us(time) AS id,
    time,
    agent,
    file,
    flow AS amount,
    'USDT' AS currency,
    CASE WHEN flow > 0 THEN 'deposit' ELSE 'withdrawal' END AS kind,
    'derived' AS origin
FROM staged.equity
WHERE system IS NULL AND origin = 'equity_history' AND flow IS NOT NULL
