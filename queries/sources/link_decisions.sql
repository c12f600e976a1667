-- A trade finds the decision that opened it: the latest open of its side by the same agent on the same symbol, not known
-- to have failed, at most 2 cycles before its entry, a cycle being the median gap between the agent's cycles. A published
-- trade that finds its decision now is staged again, whole.
CREATE OR REPLACE TABLE raw.link_agents AS
SELECT DISTINCT system, agent FROM staged.trades
UNION
SELECT DISTINCT system, agent FROM staged.decisions;

CREATE OR REPLACE TABLE raw.link_opens AS
WITH every AS (
    SELECT system, agent, id, symbol, time, action, executed, confidence FROM staged.decisions
    UNION ALL
    SELECT system, agent, id, symbol, time, action, executed, confidence FROM stored.decisions
    ANTI JOIN staged.decisions USING (system, agent, id)
)
SELECT system, agent, symbol, substr(action, 6) AS side, time, id, confidence
FROM every SEMI JOIN raw.link_agents USING (system, agent)
WHERE action IN ('open_long', 'open_short') AND executed IS NOT FALSE AND symbol IS NOT NULL
-- of several at one instant the last one written
QUALIFY row_number() OVER (PARTITION BY system, agent, symbol, action, time ORDER BY id DESC) = 1;

CREATE OR REPLACE TABLE raw.link_cycles AS
WITH instants AS (
    SELECT system, agent, time, 'event' AS origin FROM staged.events WHERE kind = 'cycle'
    UNION
    SELECT system, agent, time, 'event' FROM stored.events WHERE kind = 'cycle'
    UNION
    SELECT system, agent, time, 'decision' FROM staged.decisions
    UNION
    SELECT system, agent, time, 'decision' FROM stored.decisions
), gaps AS (
    SELECT
        system, agent, origin,
        time - LAG(time) OVER (PARTITION BY system, agent, origin ORDER BY time) AS gap
    FROM instants SEMI JOIN raw.link_agents USING (system, agent)
)
-- an agent that keeps no cycles is timed by its decisions
SELECT system, agent, median(epoch_us(gap)) AS cycle_us
FROM (SELECT system, agent, origin, gap FROM gaps WHERE gap IS NOT NULL)
GROUP BY system, agent, origin
QUALIFY row_number() OVER (PARTITION BY system, agent ORDER BY origin DESC) = 1;

CREATE OR REPLACE TABLE raw.links AS
WITH unlinked AS (
    SELECT system, agent, id, symbol, side, entry_time FROM staged.trades WHERE decision_id IS NULL
    UNION ALL
    SELECT system, agent, id, symbol, side, entry_time FROM stored.trades
    ANTI JOIN staged.trades USING (system, agent, id)
    WHERE decision_id IS NULL
)
SELECT t.system, t.agent, t.id, o.id AS decision_id, o.confidence
FROM unlinked AS t
ASOF JOIN raw.link_opens AS o
    ON t.system = o.system AND t.agent = o.agent AND t.symbol = o.symbol AND t.side = o.side AND t.entry_time >= o.time
JOIN raw.link_cycles AS c ON c.system = t.system AND c.agent = t.agent
WHERE epoch_us(t.entry_time) - epoch_us(o.time) <= 2 * c.cycle_us;

INSERT INTO staged.trades BY NAME
SELECT * FROM stored.trades
SEMI JOIN raw.links USING (system, agent, id)
ANTI JOIN staged.trades USING (system, agent, id);

UPDATE staged.trades AS t
SET decision_id = l.decision_id, confidence = COALESCE(t.confidence, l.confidence)
FROM raw.links AS l
WHERE t.system = l.system AND t.agent = l.agent AND t.id = l.id
