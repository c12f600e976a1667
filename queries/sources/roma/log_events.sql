-- A row is one record of the main log: what it tells of is its kind, and without that its level is. An agent is one that the
-- message names, or else the one that holds the trading lock, for only one agent trades at a time; the terminal's form shows
-- neither lock nor module. Debugging records that tell of nothing known are left out, and so are rulers.
INSERT INTO staged.events BY NAME
WITH named AS (
    SELECT
        *,
        NULLIF(regexp_extract(message,
            '(?:Agent |trading loop for |trading agent |[Ss]tarted agent: |Loaded agent: |disabled agent: |TradingAgent |TradingAgent: )([A-Za-z0-9._-]+?)(?: - Cycle #|,|$|: using| \()',
            1), '') AS own,
        NULLIF(regexp_extract(message, '([A-Za-z0-9._-]+) acquired trading lock$', 1), '') AS takes,
        NULLIF(regexp_extract(message, '([A-Za-z0-9._-]+) released trading lock$', 1), '') AS gives
    FROM raw.roma_log
), held AS (
    SELECT
        n.*,
        COALESCE(LAST_VALUE(CASE WHEN gives IS NOT NULL THEN '' ELSE takes END IGNORE NULLS) OVER w, before.holder) AS holder,
        COALESCE(LAST_VALUE(gives IGNORE NULLS) OVER w, before.gave) AS gave
    FROM named AS n LEFT JOIN raw.roma_log_held AS before ON before.file = n.file
    WINDOW w AS (PARTITION BY n.file ORDER BY line ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
), told AS (
    SELECT
        *,
        COALESCE(
            own, takes, gives,
            CASE WHEN regexp_matches(message, '^Cycle #\d+ complete') THEN gave END,
            CASE WHEN NOT regexp_matches(COALESCE(module, ''), '\.(api|main|agent_manager)[.:]') THEN NULLIF(holder, '') END
        ) AS who,
        CASE
            WHEN regexp_matches(message, 'Agent [^ ]+ - Cycle #\d+') THEN 'cycle'
            WHEN regexp_matches(message, '^Cycle #\d+ complete') THEN 'cycle_complete'
            WHEN regexp_matches(message, '^(Starting ROMA-01|Starting trading loop for )') THEN 'start'
            WHEN regexp_matches(message, '^(Stopped trading agent |All agents stopped|Shutting down)') THEN 'stop'
            WHEN message LIKE 'Failed to execute %' THEN 'execution_failed'
            WHEN message LIKE 'Error in trading cycle%' THEN 'error'
            WHEN regexp_matches(message, 'Opened (LONG|SHORT) ') THEN 'opened'
            WHEN regexp_matches(message, '(full|partial) close (LONG|SHORT) ') THEN 'closed'
            WHEN message LIKE 'Recorded closed position %' THEN 'close_recorded'
            WHEN regexp_matches(message, '^Opening (LONG|SHORT) ') THEN 'opening'
            WHEN regexp_matches(message, '^AI Decision: \d+ actions') THEN 'decision'
            WHEN regexp_matches(message, '^(WAIT|HOLD):') THEN lower(regexp_extract(message, '^[A-Z]+'))
            WHEN message LIKE 'Account: Total=%' THEN 'account'
            WHEN message ILIKE '%DAILY LOSS LIMIT REACHED%' THEN 'daily_loss_limit'
        END AS known
    FROM held
)
SELECT
    concat_ws(' ', 'log', epoch_us(r.time), left(md5(r.level || r.message), 12), r.nth) AS id,
    r.time,
    COALESCE(r.who, t.agent) AS agent,
    r.file,
    COALESCE(
        NULLIF(regexp_replace(regexp_extract(r.message, '^Failed to execute [a-z_]+ for ([A-Za-z0-9/:_-]+):', 1), '^None$', ''), ''),
        NULLIF(regexp_extract(r.message, '(?:LONG|SHORT) ([A-Z0-9]+):', 1), '')) AS symbol_written,
    COALESCE(r.known, CASE WHEN r.level IN ('ERROR', 'CRITICAL') THEN 'error' WHEN r.level = 'WARNING' THEN 'warning'
                           ELSE 'log' END) AS kind,
    CASE r.level WHEN 'SUCCESS' THEN 'INFO' WHEN 'TRACE' THEN 'DEBUG' ELSE r.level END AS level,
    concat_ws(chr(10), NULLIF(r.message, ''), r.continuation) AS message,
    TRY_CAST(NULLIF(regexp_extract(r.message, 'Cycle #(\d+)', 1), '') AS BIGINT) AS cycle,
    r.line
FROM told AS r CROSS JOIN raw.told AS t
WHERE (r.known IS NOT NULL OR r.level NOT IN ('DEBUG', 'TRACE'))
  AND NOT regexp_matches(concat(r.message, r.continuation), '^[=\s]*$')
