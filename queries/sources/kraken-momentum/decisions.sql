-- A row is a sample that the model learns from: a signal and the price that it would have bought at, or did. What became of
-- it stands in its reason, since the table does not say whether it was a trade.
INSERT INTO staged.decisions BY NAME
SELECT
    'sample-' || epoch_us(raw.time_in(s.timestamp, 'UTC')) || '-' || CAST(s.pair AS VARCHAR) AS id,
    raw.time_in(s.timestamp, 'UTC') AS time, t.agent, 'kraken' AS exchange, CAST(s.pair AS VARCHAR) AS symbol_written, t.file,
    CASE lower(CAST(s.signal_type AS VARCHAR)) WHEN 'buy' THEN 'open_long' WHEN 'sell' THEN 'open_short'
        ELSE lower(CAST(s.signal_type AS VARCHAR)) END AS action,
    CAST(s.signal_type AS VARCHAR) AS action_written,
    raw.number(s.entry_price) AS price,
    format('labelled {}: {:.2f} % in {:.1f} hours', CASE WHEN raw.truth(s.outcome) THEN 'win' ELSE 'loss' END,
        raw.number(s.pnl_percent), raw.number(s.hold_duration_hours)) AS reason
FROM raw.ml_samples AS s CROSS JOIN raw.told AS t
WHERE raw.time_in(s.timestamp, 'UTC') IS NOT NULL
