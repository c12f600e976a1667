-- When the file's oldest and newest rows are, for what the file dates by nothing.
CREATE OR REPLACE TABLE raw.reach AS
SELECT MIN(x.time) AS oldest, MAX(x.time) AS newest
FROM (
    SELECT file, system, COALESCE(exit_time, time) AS time FROM staged.trades
    UNION ALL SELECT file, system, time FROM staged.decisions
    UNION ALL SELECT file, system, time FROM staged.confidence
    UNION ALL SELECT file, system, time FROM staged.modes
    UNION ALL SELECT file, system, time FROM staged.retrainings
    UNION ALL SELECT file, system, time FROM staged.equity
    UNION ALL SELECT file, system, time FROM staged.candles
) AS x
INNER JOIN raw.told AS t ON x.file = t.file
WHERE x.system IS NULL
