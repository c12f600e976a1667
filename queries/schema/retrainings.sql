-- A row is one retraining run, finished or not. time is the trigger.
CREATE TABLE retrainings (
    timeframe        VARCHAR,
    started          TIMESTAMP,
    completed        TIMESTAMP,
    duration_seconds DOUBLE,
    status           VARCHAR,
    trigger          VARCHAR,
    trigger_written  VARCHAR,
    accuracy         DOUBLE,
    confidence_after DOUBLE,
    epochs           BIGINT,
    error            VARCHAR
);
COMMENT ON TABLE retrainings IS 'A row is one retraining run, finished or not. time is the trigger.';
COMMENT ON COLUMN retrainings.timeframe IS 'such as 1h';
COMMENT ON COLUMN retrainings.started IS 'UTC';
COMMENT ON COLUMN retrainings.completed IS 'UTC; null while it runs';
COMMENT ON COLUMN retrainings.duration_seconds IS 'seconds';
COMMENT ON COLUMN retrainings.status IS 'success, below_target, error or in_progress';
COMMENT ON COLUMN retrainings.trigger IS 'the reason without its parenthesis';
COMMENT ON COLUMN retrainings.trigger_written IS 'the reason as written';
COMMENT ON COLUMN retrainings.accuracy IS 'validation accuracy, 0 to 1';
COMMENT ON COLUMN retrainings.confidence_after IS 'validation confidence, 0 to 1';
COMMENT ON COLUMN retrainings.epochs IS 'count';
COMMENT ON COLUMN retrainings.error IS 'error message';
