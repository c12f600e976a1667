-- A row is the bot's newest own figures: return in per cent of its initial balance, and its Sharpe ratio.
INSERT INTO staged.runs BY NAME
SELECT
    'performance' AS id, p.timestamp AS time, t.agent, 'binance' AS exchange, p.file, 'report' AS kind, 'USD' AS currency,
    to_json({
        'cycle': p.cycle, 'total_return': p.total_return, 'sharpe_ratio': p.sharpe_ratio, 'total_trades': p.total_trades,
        'open_positions': p.open_positions
    }) AS figures
FROM raw.tradeseeker_performance AS p CROSS JOIN raw.told AS t
ORDER BY p.timestamp DESC LIMIT 1
