-- A row is one value of a monitored series: a gauge, a counter or a flow.
CREATE TABLE samples (
    metric   VARCHAR,
    labels   VARCHAR,
    kind     VARCHAR,
    value    DOUBLE,
    increase DOUBLE
);
COMMENT ON TABLE samples IS 'A row is one value of a monitored series: a gauge, a counter or a flow.';
COMMENT ON COLUMN samples.metric IS 'name as the source writes it';
COMMENT ON COLUMN samples.labels IS 'as a JSON object with sorted keys';
COMMENT ON COLUMN samples.kind IS 'gauge, counter, flow (a count of the time just before, such as a minute) or unknown';
COMMENT ON COLUMN samples.value IS 'as written, counters before their resets are taken out';
COMMENT ON COLUMN samples.increase IS 'of a counter since its sample before, resets taken out; null for a gauge';
