-- A row is something that happened: a cycle, a start, an error, a log line.
CREATE TABLE events (
    kind        VARCHAR,
    level       VARCHAR,
    message     VARCHAR,
    cycle       BIGINT,
    correlation VARCHAR,
    data        VARCHAR,
    line        BIGINT
);
COMMENT ON TABLE events IS 'A row is something that happened: a cycle, a start, an error, a log line.';
COMMENT ON COLUMN events.kind IS 'cycle, error, start, stop, or the source''s own word';
COMMENT ON COLUMN events.level IS 'DEBUG, INFO, WARNING, ERROR or CRITICAL';
COMMENT ON COLUMN events.message IS 'untrusted text';
COMMENT ON COLUMN events.cycle IS 'number of the bot''s cycle; null where there is none';
COMMENT ON COLUMN events.correlation IS 'id that ties events together';
COMMENT ON COLUMN events.data IS 'further fields as a JSON object';
COMMENT ON COLUMN events.line IS 'line of the file, from 1; null where the source has no lines';
