-- A row is what the operator told about the agent; the file's own initial_capital where no capital was told.
INSERT INTO staged.runs BY NAME
WITH told AS (
    SELECT t.*, COALESCE(t.capital, (SELECT MAX(raw.number(initial_capital)) FROM raw.config)) AS known_capital
    FROM raw.told AS t
)
SELECT 'settings' AS id, n.oldest AS time, t.agent, t.environment, t.file, 'settings' AS kind,
       t.known_capital AS capital, t.stake, t.fee_rate, t.currency, t.max_age AS max_age_seconds
FROM told AS t CROSS JOIN raw.reach AS n
WHERE n.oldest IS NOT NULL AND COALESCE(t.known_capital, t.stake, t.fee_rate, t.max_age) IS NOT NULL
