-- A row is one value of a monitored series: a gauge, a counter or a flow.
CREATE TABLE samples (
    metric VARCHAR,
    labels VARCHAR,
    kind   VARCHAR,
    value  DOUBLE
);
COMMENT ON TABLE samples IS 'A row is one value of a monitored series: a gauge, a counter or a flow.';
COMMENT ON COLUMN samples.metric IS 'name as the source writes it';
COMMENT ON COLUMN samples.labels IS 'as a JSON object with sorted keys; {} where there are none';
COMMENT ON COLUMN samples.kind IS 'gauge, counter, flow (a count over the interval before) or unknown';
COMMENT ON COLUMN samples.value IS 'as written, NaN and infinities too; counters with their resets, which samples/increases takes out';
