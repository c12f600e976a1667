-- What a file's trades need to know of the whole file: the currency of each pair, what confidence counts as certain, and how often a
-- line without an id says what earlier ones say.
CREATE OR REPLACE TABLE raw.csv_pairs AS SELECT symbol, raw.quote_currency(symbol) AS currency FROM (SELECT DISTINCT symbol FROM raw.csv WHERE symbol IS NOT NULL);
CREATE OR REPLACE TABLE raw.csv_certain AS SELECT CASE WHEN MAX(confidence) > 1 THEN 100 ELSE 1 END AS certain FROM raw.csv;
CREATE OR REPLACE TABLE raw.csv_repeated AS
WITH contents AS (
    SELECT line, lower(environment) AS environment,
           concat_ws('|', symbol,
               CASE WHEN lower(side) IN ('long', 'buy', 'b', 'l') THEN 'long'
                    WHEN lower(side) IN ('short', 'sell', 's') THEN 'short'
                    WHEN quantity < 0 THEN 'short' END,
               entry_time, exit_time, quantity) AS content
    FROM raw.csv WHERE trade_id IS NULL
),
numbered AS (
    SELECT line, row_number() OVER (PARTITION BY environment, content ORDER BY line) AS nth
    FROM contents
    WHERE content IN (SELECT content FROM contents GROUP BY content HAVING COUNT(*) > 1)
)
SELECT line, nth FROM numbered WHERE nth > 1
