-- A row is a backtest and what it is called: its strategy and when it ran, so that two runs of a strategy are two agents and
-- are never added up. A result that does not say when it ran is called after the time in its file's name, else after what it found.
CREATE OR REPLACE TABLE raw.freqtrade_runs AS
WITH found AS (
    SELECT file, parent, COUNT(*) AS n, SUM(profit_abs) AS profit FROM raw.freqtrade_backtest_trades GROUP BY file, parent
),
called AS (
    SELECT
        b.file, b.position, b.key AS strategy, COALESCE(b.backtest_start_ts, b.backtest_start) AS started,
        COALESCE(
            strftime(b.backtest_run_start_ts, '%Y%m%d-%H%M%S'),
            strftime(raw.taken(b.file), '%Y%m%d-%H%M%S'),
            strftime(COALESCE(b.backtest_start_ts, b.backtest_start), '%Y%m%d') || '-'
                || left(md5(concat_ws('|', COALESCE(b.backtest_end_ts, b.backtest_end), b.starting_balance, f.n, f.profit)), 6)
        ) AS run
    FROM raw.freqtrade_backtests AS b LEFT JOIN found AS f ON f.file = b.file AND f.parent = b.position
)
SELECT c.*, COALESCE(t.agent, c.strategy || '@' || c.run) AS agent FROM called AS c CROSS JOIN raw.told AS t
