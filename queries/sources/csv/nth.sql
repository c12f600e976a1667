-- A row is a line without an id that says what an earlier one says, and how often it has been said by then.
INSERT INTO raw.csv_nth
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
    SEMI JOIN (SELECT content AS c FROM contents GROUP BY content HAVING COUNT(*) > 1) AS repeated ON contents.content = repeated.c
)
SELECT line, nth FROM numbered WHERE nth > 1
