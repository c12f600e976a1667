-- What expositions say, a row a sample; and what a server answered, a row an answer and a row a series.
CREATE OR REPLACE TABLE raw.prometheus_samples (
    file VARCHAR, line BIGINT, position BIGINT,
    time TIMESTAMP, metric VARCHAR, labels VARCHAR, type VARCHAR, value DOUBLE
);
CREATE OR REPLACE TABLE raw.prometheus_answers (
    file VARCHAR, line BIGINT, position BIGINT,
    status VARCHAR, "errorType" VARCHAR, error VARCHAR, warnings JSON, infos JSON, "data.resultType" VARCHAR
);
CREATE OR REPLACE TABLE raw.prometheus_series (
    file VARCHAR, line BIGINT, position BIGINT,
    metric JSON, "values" JSON, value JSON, histograms JSON, histogram JSON
)
;
CREATE OR REPLACE MACRO raw.expression(file) AS
    COALESCE(NULLIF(regexp_replace(regexp_replace(regexp_extract(file, '([^/\\]+?)(\.json)?$', 1),
        '20\d\d[-_.]?\d\d[-_.]?\d\d([T_ .-]?\d\d[-_:.h]?\d\d([-_:.m]?\d\d)?)?Z?|1\d{9}(\d{3})?', '', 'g'), '^[-_. ]+|[-_. ]+$', '', 'g'), ''), 'expression')
