-- A row is one file as it was last read.
CREATE TABLE files (
    path      VARCHAR NOT NULL,
    sha256    VARCHAR,
    size      BIGINT,
    options   VARCHAR,
    system    VARCHAR,
    agent     VARCHAR,
    import_id BIGINT,
    loaded    BIGINT,
    rejected  BIGINT
);
COMMENT ON TABLE files IS 'A row is one file as it was last read.';
COMMENT ON COLUMN files.path IS 'absolute';
COMMENT ON COLUMN files.sha256 IS 'of its content; of a snapshot that says no time, with the time it is filed at';
COMMENT ON COLUMN files.size IS 'bytes';
COMMENT ON COLUMN files.options IS 'that it was read with, as a JSON object';
COMMENT ON COLUMN files.system IS 'id of the system it was read as';
COMMENT ON COLUMN files.agent IS 'whose rows it brought, where they are one agent''s';
COMMENT ON COLUMN files.import_id IS 'the import that read it last';
COMMENT ON COLUMN files.loaded IS 'rows that were read from it then, new or known';
COMMENT ON COLUMN files.rejected IS 'things in it that could not be used then';
