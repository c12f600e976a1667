-- news_articles: a row is one article.
INSERT INTO staged.news BY NAME
SELECT
    COALESCE(CAST(r.id AS VARCHAR), CAST(r.rowid AS VARCHAR)) AS id,
    COALESCE(raw.utc(r.timestamp), raw.utc(r.datetime)) AS time,
    t.agent, t.environment, t.file,
    CAST(r.primary_symbol AS VARCHAR) AS symbol_written,
    CAST(r.source AS VARCHAR) AS source, CAST(r.title AS VARCHAR) AS title, CAST(r.url AS VARCHAR) AS url,
    raw.number(r.sentiment_score) AS sentiment,
    raw.number(r.relevance_score) AS relevance,
    raw.truth(r.processed) AS processed
FROM raw.news_articles AS r CROSS JOIN raw.told AS t
WHERE COALESCE(raw.utc(r.timestamp), raw.utc(r.datetime)) IS NOT NULL
