-- A row is what the paper account says of itself; max_drawdown is a fraction.
INSERT INTO staged.runs BY NAME
SELECT
    'paper-' || epoch_us(last_updated) AS id,
    last_updated AS time,
    'paper' AS environment,
    file,
    'report' AS kind,
    starting_balance AS capital,
    to_json({
        current_balance: current_balance, losing_trades: losing_trades, max_drawdown: max_drawdown,
        peak_balance: peak_balance, starting_balance: starting_balance, total_pnl: total_pnl,
        total_trades: total_trades, winning_trades: winning_trades}) AS figures
FROM raw.kraken_paper
WHERE last_updated IS NOT NULL
