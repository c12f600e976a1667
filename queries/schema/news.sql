-- A row is one article.
CREATE TABLE news (
    source    VARCHAR,
    title     VARCHAR,
    url       VARCHAR,
    sentiment DOUBLE,
    relevance DOUBLE,
    processed BOOLEAN
);
COMMENT ON TABLE news IS 'A row is one article.';
COMMENT ON COLUMN news.source IS 'publisher';
COMMENT ON COLUMN news.title IS 'untrusted text';
COMMENT ON COLUMN news.url IS 'untrusted text';
COMMENT ON COLUMN news.sentiment IS '-1 to 1 as the source scores it; null where it does not';
COMMENT ON COLUMN news.relevance IS '0 to 1';
COMMENT ON COLUMN news.processed IS 'whether the bot used it';
