-- A row is one fill of a position, in order: held is what is open after it, unseen the part of a close that closes more than was
-- seen to open. A trade begins where nothing is held; closes of an unseen opening that follow each other are one trade. Fills that
-- are published count too, for an answer holds only the newest.
INSERT INTO raw.roma_legs BY NAME
WITH every AS (
    SELECT agent, id, time, symbol_written AS symbol, side AS side_written, role, quantity, price, fee, fee_currency, pnl_reported, file
    FROM staged.fills
    WHERE system IS NULL AND side IN ('buy', 'sell')
    UNION ALL
    SELECT agent, id, time, symbol_written, side, role, quantity, price, fee, fee_currency, pnl_reported, file
    FROM stored.fills
    ANTI JOIN (SELECT agent, id FROM staged.fills WHERE system IS NULL) USING (agent, id)
    WHERE system = 'roma' AND side IN ('buy', 'sell')
      AND agent IN (SELECT agent FROM staged.fills WHERE system IS NULL AND side IN ('buy', 'sell'))
), signed AS (
    SELECT
        agent, id, time, symbol, role, price, fee, fee_currency, pnl_reported AS realised, file,
        CASE WHEN (side_written = 'buy') = (role = 'open') THEN 'long' ELSE 'short' END AS side,
        CAST(quantity AS DECIMAL(38, 12)) AS quantity,
        CAST(quantity AS DECIMAL(38, 12)) * CASE role WHEN 'open' THEN 1 ELSE -1 END AS change,
        TRY_CAST(regexp_extract(id, '(\d+)$', 1) AS HUGEINT) AS number
    FROM every
    WHERE role IN ('open', 'close') AND symbol IS NOT NULL AND price IS NOT NULL AND quantity > 0 AND quantity < 1e20
), summed AS (
    SELECT *, SUM(change) OVER w AS total
    FROM signed
    WINDOW w AS (PARTITION BY agent, symbol, side ORDER BY time, number, id ROWS UNBOUNDED PRECEDING)
), floored AS (
    SELECT *, LEAST(0, MIN(total) OVER w) AS low
    FROM summed
    WINDOW w AS (PARTITION BY agent, symbol, side ORDER BY time, number, id ROWS UNBOUNDED PRECEDING)
), open_after AS (
    SELECT *, total - low AS held, COALESCE(LAG(low) OVER w, 0) - low AS unseen,
           COALESCE(LAG(total) OVER w, 0) - COALESCE(LAG(low) OVER w, 0) AS held_before
    FROM floored
    WINDOW w AS (PARTITION BY agent, symbol, side ORDER BY time, number, id)
), begun AS (
    SELECT *,
           held_before = 0 AND NOT (unseen = quantity AND role = 'close'
               AND COALESCE(LAG(unseen = quantity AND role = 'close') OVER w, FALSE)) AS begins
    FROM open_after
    WINDOW w AS (PARTITION BY agent, symbol, side ORDER BY time, number, id)
), numbered AS (
    SELECT *, COUNT(*) FILTER (begins) OVER (
        PARTITION BY agent, symbol, side ORDER BY time, number, id ROWS UNBOUNDED PRECEDING) AS turn
    FROM begun
)
SELECT
    agent, symbol, side,
    concat_ws(' ', 'fills', side, regexp_replace(FIRST_VALUE(id) OVER w, '^fill ', '')) AS trade,
    id AS fill, time, role, quantity, price, fee, fee_currency, realised, held, unseen, file,
    ROW_NUMBER() OVER w = COUNT(*) OVER (PARTITION BY agent, symbol, side, turn) AS last_leg
FROM numbered
WINDOW w AS (PARTITION BY agent, symbol, side, turn ORDER BY time, number, id)
