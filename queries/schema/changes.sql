-- A row is a change that somebody recorded: a deployment, a parameter, planned downtime.
CREATE TABLE changes (
    kind  VARCHAR,
    text  VARCHAR,
    until TIMESTAMP
);
COMMENT ON TABLE changes IS 'A row is a change that somebody recorded: a deployment, a parameter, planned downtime.';
COMMENT ON COLUMN changes.kind IS 'deployment, parameter, downtime or note';
COMMENT ON COLUMN changes.text IS 'untrusted text';
COMMENT ON COLUMN changes.until IS 'UTC; the end of planned downtime';
