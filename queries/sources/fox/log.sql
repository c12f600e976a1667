-- A row is a record of the bot's log, with the lines that continue it. A closed position is named by the record
-- "Position closed: …" and by the echo of the event, which is a dictionary as Python writes it.
INSERT INTO staged.events BY NAME
WITH read AS (
    SELECT *,
           CASE WHEN contains(message, 'Position closed: ') THEN
           regexp_extract(message, 'Position closed: (\S+)\s+(.*?)\s*PnL: \$?(-?[\d.,]+)\s*\((-?[\d.]+)%\)',
                          ['symbol', 'reason', 'pnl', 'percent']) END AS said,
           starts_with(message, 'position_closed: {') AS echoed
    FROM raw.fox_log
)
SELECT
    raw.fox_log_id(time, level, logger, message, nth) AS id,
    time,
    CASE WHEN said.symbol <> '' THEN said.symbol
         WHEN echoed THEN NULLIF(raw.fox_field(message, 'symbol'), '') END AS symbol_written,
    file,
    CASE WHEN said.symbol <> '' OR echoed THEN 'position_closed'
         WHEN level IN ('ERROR', 'CRITICAL') THEN 'error'
         ELSE 'log' END AS kind,
    level,
    message,
    CASE WHEN said.symbol <> '' THEN raw.fox_data(
             json_object('logger', logger, 'continuation', continuation),
             json_object('reason', NULLIF(said.reason, ''), 'pnl', raw.number(replace(said.pnl, ',', '')),
                         'pnl_percent', raw.number(said.percent)))
         WHEN echoed THEN raw.fox_data(
             json_object('logger', logger, 'continuation', continuation),
             json_object('reason', raw.fox_field(message, 'reason'), 'side', raw.fox_field(message, 'side'),
                         'exchange', raw.fox_field(message, 'exchange'),
                         'realized_pnl', raw.number(raw.fox_field(message, 'realized_pnl')),
                         'realized_pnl_percent', raw.number(raw.fox_field(message, 'realized_pnl_percent')),
                         'entry_price', raw.number(raw.fox_field(message, 'entry_price')),
                         'exit_price', raw.number(raw.fox_field(message, 'exit_price')),
                         'quantity', raw.number(raw.fox_field(message, 'quantity'))))
         -- a logger's name needs no escaping, and most records have no more
         WHEN continuation IS NULL THEN '{"logger":"' || logger || '"}'
         ELSE raw.fox_data(json_object('logger', logger, 'continuation', continuation), NULL) END AS data,
    line
FROM read
