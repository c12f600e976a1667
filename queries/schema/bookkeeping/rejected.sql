-- A row is something that could not be used, of a file as it was last read.
CREATE TABLE rejected (
    import_id BIGINT,
    system    VARCHAR,
    file      VARCHAR,
    line      BIGINT,
    col       BIGINT,
    value     VARCHAR,
    reason    VARCHAR
);
COMMENT ON TABLE rejected IS 'A row is something that could not be used, of a file as it was last read.';
COMMENT ON COLUMN rejected.import_id IS 'the import that met it';
COMMENT ON COLUMN rejected.system IS 'id of the system';
COMMENT ON COLUMN rejected.file IS 'path';
COMMENT ON COLUMN rejected.line IS 'from 1; 0 where the format has no lines';
COMMENT ON COLUMN rejected.col IS 'from 1; 0 where not known';
COMMENT ON COLUMN rejected.value IS 'what was found, shortened; untrusted text';
COMMENT ON COLUMN rejected.reason IS 'what is wrong and what was expected';
