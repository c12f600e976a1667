-- report_*.json: a row is what the bot says of one period as a whole, or of one symbol in it, in its own figures: rates from 0 to 1,
-- P&L per unit. It is filed under the end of its period.
INSERT INTO staged.runs BY NAME
SELECT
    concat_ws(':', 'report', epoch_us(r."period.end"), r."period.hours") AS id,
    COALESCE(r."period.end", r."period.start") AS time,
    t.agent, r.file,
    'report' AS kind,
    r."period.end" AS ended,
    CAST(r.overall AS VARCHAR) AS figures
FROM raw.playbook_reports AS r CROSS JOIN raw.told AS t
UNION ALL BY NAME
SELECT
    concat_ws(':', 'report', epoch_us(r."period.end"), r."period.hours", s.key) AS id,
    COALESCE(r."period.end", r."period.start") AS time,
    t.agent, r.file,
    s.key AS symbol_written,
    'report' AS kind,
    r."period.end" AS ended,
    json_merge_patch('{}', json_object('trades', s.trades, 'modes', s.modes, 'retraining', s.retraining)) AS figures
FROM raw.playbook_report_symbols AS s
JOIN raw.playbook_reports AS r ON r.file = s.file
CROSS JOIN raw.told AS t
