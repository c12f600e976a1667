-- A row is a set of thresholds that the monitor alarmed by. They name no time: it is when they were pulled, or the oldest
-- row that was imported with them, or that the agent has.
INSERT INTO staged.runs BY NAME
WITH times AS (
    SELECT MIN(time) AS time FROM staged.samples WHERE system IS NULL
    UNION ALL
    SELECT MIN(time) FROM staged.events WHERE system IS NULL
), oldest AS (
    SELECT COALESCE(MIN(time), (SELECT MIN(o.time) FROM stored.samples AS o SEMI JOIN raw.told AS t
                                ON o.agent = t.agent AND o.system = 'kraken')) AS time
    FROM times
), sets AS (
    SELECT h.file, COALESCE(raw.taken(h.file), o.time) AS time,
           CAST(to_json({
               api_error_rate_percent: h.api_error_rate_percent,
               balance_manager_response_time: h.balance_manager_response_time,
               daily_pnl_loss_limit: h.daily_pnl_loss_limit,
               log_file_size_mb: h.log_file_size_mb,
               memory_usage_mb: h.memory_usage_mb,
               nonce_generation_rate: h.nonce_generation_rate,
               trade_execution_time_ms: h.trade_execution_time_ms,
               trading_success_rate_percent: h.trading_success_rate_percent,
               websocket_latency_ms: h.websocket_latency_ms,
               websocket_reconnects_per_hour: h.websocket_reconnects_per_hour}) AS VARCHAR) AS thresholds
    FROM raw.kraken_thresholds AS h CROSS JOIN oldest AS o
)
SELECT 'thresholds-' || md5(s.thresholds) AS id, s.time, s.file, 'settings' AS kind,
       '{"thresholds":' || s.thresholds || '}' AS figures
FROM sets AS s
WHERE s.time IS NOT NULL
