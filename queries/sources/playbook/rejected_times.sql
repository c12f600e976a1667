-- A row is one row of trading.db that is left out because its time cannot be read.
SELECT t.file, 0 AS line, COALESCE(x.value, '') AS value,
       concat('table ', x.origin, ', id ', x.row, ', ', x.name,
              ': a time was expected, such as 2026-11-16T10:00:00 or unix seconds; the row is left out') AS reason
FROM (
    SELECT 'trade_outcomes' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
           CASE WHEN entry_time IS NOT NULL AND raw.utc(entry_time) IS NULL THEN 'entry_time' ELSE 'exit_time' END AS name,
           CASE WHEN entry_time IS NOT NULL AND raw.utc(entry_time) IS NULL THEN CAST(entry_time AS VARCHAR)
                ELSE CAST(exit_time AS VARCHAR) END AS value
    FROM raw.trade_outcomes
    WHERE (entry_time IS NOT NULL AND raw.utc(entry_time) IS NULL) OR (exit_time IS NOT NULL AND raw.utc(exit_time) IS NULL)
       OR COALESCE(entry_time, exit_time) IS NULL
    UNION ALL
    SELECT 'signals', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'timestamp', CAST(timestamp AS VARCHAR)
    FROM raw.signals WHERE COALESCE(raw.utc(timestamp), raw.utc(datetime)) IS NULL
    UNION ALL
    SELECT 'confidence_history', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'timestamp', CAST(timestamp AS VARCHAR)
    FROM raw.confidence_history WHERE raw.utc(timestamp) IS NULL
    UNION ALL
    SELECT 'learning_states', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'entered_at', CAST(entered_at AS VARCHAR)
    FROM raw.learning_states WHERE raw.utc(entered_at) IS NULL
    UNION ALL
    SELECT 'retraining_history', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'triggered_at',
           CAST(triggered_at AS VARCHAR)
    FROM raw.retraining_history WHERE raw.utc(triggered_at) IS NULL
    UNION ALL
    SELECT 'candles', CAST(rowid AS VARCHAR), 'timestamp', CAST(timestamp AS VARCHAR)
    FROM raw.candles WHERE raw.utc(timestamp) IS NULL
    UNION ALL
    SELECT 'news_articles', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'timestamp', CAST(timestamp AS VARCHAR)
    FROM raw.news_articles WHERE COALESCE(raw.utc(timestamp), raw.utc(datetime)) IS NULL
    UNION ALL
    SELECT 'portfolio_snapshots', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'timestamp', CAST(timestamp AS VARCHAR)
    FROM raw.portfolio_snapshots WHERE raw.utc(timestamp) IS NULL
    UNION ALL
    SELECT 'error_log', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'timestamp', CAST(timestamp AS VARCHAR)
    FROM raw.error_log WHERE raw.utc(timestamp) IS NULL
    UNION ALL
    SELECT 'trade_results', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'exit_time', CAST(exit_time AS VARCHAR)
    FROM raw.trade_results WHERE exit_time IS NOT NULL AND raw.utc(exit_time) IS NULL
    UNION ALL
    SELECT 'prediction_history', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'timestamp', CAST(timestamp AS VARCHAR)
    FROM raw.prediction_history WHERE raw.utc(timestamp) IS NULL
    UNION ALL
    SELECT 'strategy_performance', CAST(rowid AS VARCHAR), 'analyzed_at', CAST(analyzed_at AS VARCHAR)
    FROM raw.strategy_performance WHERE raw.utc(analyzed_at) IS NULL
) AS x CROSS JOIN raw.told AS t
