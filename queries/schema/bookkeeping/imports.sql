-- A row is one import.
CREATE TABLE imports (
    import_id BIGINT NOT NULL,
    time      TIMESTAMP,
    options   VARCHAR,
    files     BIGINT,
    loaded    BIGINT,
    updated   BIGINT,
    rejected  BIGINT
);
COMMENT ON TABLE imports IS 'A row is one import.';
COMMENT ON COLUMN imports.import_id IS 'number of the import, from 1';
COMMENT ON COLUMN imports.time IS 'UTC, when it was published';
COMMENT ON COLUMN imports.options IS 'system, agent, account, environment and zone, as a JSON object';
COMMENT ON COLUMN imports.files IS 'files read';
COMMENT ON COLUMN imports.loaded IS 'rows that were new';
COMMENT ON COLUMN imports.updated IS 'rows that replaced others';
COMMENT ON COLUMN imports.rejected IS 'things that could not be used';
