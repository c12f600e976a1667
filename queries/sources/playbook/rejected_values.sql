-- A row is one value of trading.db that is left out, its row being kept; expected says what would have been read.
WITH numbers AS (
    UNPIVOT (
        SELECT 'trade_outcomes' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(entry_price AS VARCHAR) AS entry_price, CAST(exit_price AS VARCHAR) AS exit_price,
               CAST(pnl_percent AS VARCHAR) AS pnl_percent, CAST(pnl_absolute AS VARCHAR) AS pnl_absolute,
               CAST(NULL AS VARCHAR) AS price, CAST(NULL AS VARCHAR) AS duration_seconds, CAST(NULL AS VARCHAR) AS total_value
        FROM raw.trade_outcomes
        UNION ALL BY NAME
        SELECT 'signals' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row, CAST(price AS VARCHAR) AS price
        FROM raw.signals
        UNION ALL BY NAME
        SELECT 'retraining_history' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(duration_seconds AS VARCHAR) AS duration_seconds
        FROM raw.retraining_history
        UNION ALL BY NAME
        SELECT 'portfolio_snapshots' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(total_value AS VARCHAR) AS total_value
        FROM raw.portfolio_snapshots
    ) ON COLUMNS(* EXCLUDE (origin, row)) INTO NAME name VALUE value
),
fractions AS (
    UNPIVOT (
        SELECT 'trade_outcomes' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(predicted_confidence AS VARCHAR) AS predicted_confidence, CAST(confidence AS VARCHAR) AS confidence,
               CAST(NULL AS VARCHAR) AS confidence_score, CAST(NULL AS VARCHAR) AS validation_confidence
        FROM raw.trade_outcomes
        UNION ALL BY NAME
        SELECT 'signals' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(confidence AS VARCHAR) AS confidence
        FROM raw.signals
        UNION ALL BY NAME
        SELECT 'confidence_history' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(confidence_score AS VARCHAR) AS confidence_score
        FROM raw.confidence_history
        UNION ALL BY NAME
        SELECT 'learning_states' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(confidence_score AS VARCHAR) AS confidence_score
        FROM raw.learning_states
        UNION ALL BY NAME
        SELECT 'retraining_history' AS origin, COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)) AS row,
               CAST(validation_confidence AS VARCHAR) AS validation_confidence
        FROM raw.retraining_history
    ) ON COLUMNS(* EXCLUDE (origin, row)) INTO NAME name VALUE value
),
lost AS (
    SELECT origin, row, name, value, 'a number' AS expected FROM numbers WHERE raw.number(value) IS NULL
    UNION ALL
    SELECT origin, row, name, value, 'a confidence from 0 to 1' FROM fractions WHERE raw.fraction(value) IS NULL
    UNION ALL
    SELECT 'trade_outcomes', COALESCE(CAST(id AS VARCHAR), CAST(rowid AS VARCHAR)), 'predicted_direction',
           COALESCE(CAST(predicted_direction AS VARCHAR), ''), 'BUY or SELL'
    FROM raw.trade_outcomes
    WHERE upper(COALESCE(CAST(predicted_direction AS VARCHAR), '')) NOT IN ('BUY', 'SELL', 'LONG', 'SHORT')
    UNION ALL
    SELECT 'candles', CAST(rowid AS VARCHAR), 'open, high, low, close, volume',
           concat_ws(', ', open, high, low, close, volume), 'numbers'
    FROM raw.candles
    WHERE (open IS NOT NULL AND raw.number(open) IS NULL) OR (high IS NOT NULL AND raw.number(high) IS NULL)
       OR (low IS NOT NULL AND raw.number(low) IS NULL) OR (close IS NOT NULL AND raw.number(close) IS NULL)
       OR (volume IS NOT NULL AND raw.number(volume) IS NULL)
)
SELECT t.file, 0 AS line, value,
       concat('table ', origin, ', id ', row, ', ', name, ': ', expected, ' was expected; the row is kept without it') AS reason
FROM lost CROSS JOIN raw.told AS t
ORDER BY origin, row, name
