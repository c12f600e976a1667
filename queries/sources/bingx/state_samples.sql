-- A row is whether the bot, or one of its components, was there when /status or /health was asked, or a switch was on: 1 or 0.
INSERT INTO staged.samples BY NAME
WITH answers AS (
    SELECT file, 'status_healthy' AS metric, '{}' AS labels, CAST(healthy AS DOUBLE) AS value FROM raw.bingx_status
    UNION ALL
    SELECT file, 'status_ready', '{}', CAST(ready AS DOUBLE) FROM raw.bingx_status
    UNION ALL
    SELECT file, 'status_component', json_object('component', component), CAST(TRY_CAST(components ->> component AS BOOLEAN) AS DOUBLE)
    FROM (SELECT file, components, unnest(json_keys(components)) AS component FROM raw.bingx_status WHERE json_type(components) = 'OBJECT')
    UNION ALL
    SELECT file, 'status_config', json_object('setting', setting), CAST(TRY_CAST(config ->> setting AS BOOLEAN) AS DOUBLE)
    FROM (SELECT file, config, unnest(['trading_enabled', 'bingx_testnet', 'cryptet_enabled']) AS setting FROM raw.bingx_status)
    UNION ALL
    SELECT file, 'health', '{}', CASE WHEN status IN ('healthy', 'ready') THEN 1 ELSE 0 END FROM raw.bingx_health
)
SELECT a.metric || a.labels || '@' || epoch_us(f.time) AS id, f.time, a.file, a.metric, a.labels, 'gauge' AS kind, a.value
FROM answers AS a
JOIN raw.files_read AS f USING (file)
WHERE a.value IS NOT NULL
