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
