-- A row is one record of a log: what it tells of is its kind, and without that its level is. Debugging records that tell of nothing
-- known are left out.
INSERT INTO staged.events BY NAME
WITH known AS (
    SELECT
        *,
        CASE
            WHEN contains(message, 'Transitioned to ') THEN 'mode_transition'
            WHEN contains(message, 'Trade closed: ') THEN 'trade_closed'
            WHEN contains(message, 'Trade outcome recorded: ') THEN 'outcome_recorded'
            WHEN contains(message, 'Candle closed') THEN 'candle_closed'
            WHEN contains(message, 'Retraining triggered') THEN 'retraining_triggered'
            WHEN contains(message, 'Retraining successful') THEN 'retraining_succeeded'
            WHEN contains(message, 'Retraining failed') THEN 'retraining_failed'
            WHEN contains(message, 'Health check passed') THEN 'health_check'
            WHEN contains(message, 'TRADING MODE: ') OR contains(message, 'LEARNING MODE: ') THEN 'signal'
        END AS tells,
        NULLIF(regexp_extract(message, '\[([A-Za-z0-9]+[/-][A-Za-z0-9]+)(?: @ [0-9a-zA-Z]+|_[0-9a-zA-Z]+)?\]', 1), '') AS symbol,
        NULLIF(regexp_extract(message, '\[[A-Za-z0-9]+[/-][A-Za-z0-9]+(?: @ |_)([0-9a-zA-Z]+)\]', 1), '') AS timeframe,
        NULLIF(regexp_extract(message, 'Transitioned to ([A-Z]+) mode', 1), '') AS mode,
        NULLIF(regexp_extract(message, 'confidence: ([0-9.]+)%', 1), '') AS confidence_percent,
        NULLIF(regexp_extract(message, '(?:PnL: |WIN \(|LOSS \()([+-]?[0-9.]+)%', 1), '') AS pnl_percent,
        CASE WHEN contains(message, 'Trade outcome recorded: ') THEN contains(message, '[PAPER]') END AS paper
    FROM raw.playbook_log
)
SELECT
    concat_ws(' ', 'log', epoch_us(k.time), left(md5(k.level || k.message), 12), k.nth) AS id,
    k.time,
    t.agent,
    CASE WHEN k.paper THEN 'paper' END AS environment,
    k.file,
    k.symbol AS symbol_written,
    COALESCE(k.tells, CASE WHEN k.level IN ('ERROR', 'CRITICAL') THEN 'error' WHEN k.level = 'WARNING' THEN 'warning'
                           ELSE 'log' END) AS kind,
    k.level,
    concat_ws(chr(10), k.message, k.continuation) AS message,
    NULLIF(json_merge_patch('{}', json_object(
        'timeframe', k.timeframe, 'mode', k.mode, 'confidence_percent', TRY_CAST(k.confidence_percent AS DOUBLE),
        'pnl_percent', TRY_CAST(k.pnl_percent AS DOUBLE), 'logger', k.logger)), '{}') AS data,
    k.line
FROM known AS k CROSS JOIN raw.told AS t
WHERE k.tells IS NOT NULL OR k.level <> 'DEBUG'
