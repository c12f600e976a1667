-- A row is a log and how many debugging records of a stretch are left out.
INSERT INTO raw.playbook_log_left_out
SELECT file, COUNT(*) FROM raw.playbook_log WHERE level = 'DEBUG' GROUP BY file
