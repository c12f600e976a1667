-- A row is one action. Agents buy and sell what they own and nothing short; no_trade holds what there is. AI-Trader
-- writes an action down once it was carried out, at a price that it does not write.
INSERT INTO staged.decisions BY NAME
SELECT
    o.known_as AS id, o.time, t.agent, o.symbol AS symbol_written, o.file, o.cycle,
    CASE WHEN starts_with(o.action, 'buy') THEN 'open_long'
         WHEN starts_with(o.action, 'sell') THEN 'close_long'
         WHEN o.action <> 'no_trade' THEN o.action
         WHEN len(list_filter(map_entries(o.holdings), lambda h: h.key <> 'CASH' AND h.value > 0)) > 0 THEN 'hold'
         ELSE 'wait' END AS action,
    o.action AS action_written,
    NULLIF(o.amount, 0) AS quantity,
    CASE WHEN o.action <> 'no_trade' THEN true END AS executed
FROM raw.aitrader_ordered AS o CROSS JOIN raw.told AS t
WHERE o.action IS NOT NULL
