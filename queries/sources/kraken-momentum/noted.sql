-- A row is what the user should know of the file just read.
SELECT format('{}: {} samples of training are kept as decisions: they name no order, so they are no trades', t.file, COUNT(*)) AS note
FROM raw.ml_samples CROSS JOIN raw.told AS t GROUP BY t.file
