-- A row is a record of a log.
INSERT INTO staged.events BY NAME
SELECT
    'log-' || epoch_us(time) || '-' || md5(concat_ws('|', level, logger, message)) || '-' || nth AS id,
    time,
    file,
    CASE WHEN level IN ('ERROR', 'CRITICAL') THEN 'error'
         WHEN contains(message, 'Production monitor started') THEN 'start'
         WHEN contains(message, 'Production monitor stopped') THEN 'stop'
         ELSE 'log' END AS kind,
    CASE level WHEN 'WARN' THEN 'WARNING' WHEN 'FATAL' THEN 'CRITICAL' ELSE level END AS level,
    message,
    to_json({continuation: continuation, logger: logger}) AS data,
    line
FROM raw.kraken_log
