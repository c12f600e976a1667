-- A row is a log and how many debugging records of a stretch are left out.
INSERT INTO raw.roma_log_left_out
SELECT file, COUNT(*) FROM raw.roma_log WHERE level IN ('DEBUG', 'TRACE') GROUP BY file
