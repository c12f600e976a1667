-- What the import was told of a file of trades or equity, and how the file writes its numbers.
CREATE OR REPLACE TABLE raw.told (file VARCHAR, agent VARCHAR, zone VARCHAR);
CREATE OR REPLACE TABLE raw.written (commas BOOLEAN);
CREATE OR REPLACE TABLE raw.csv_pairs (symbol VARCHAR, currency VARCHAR);
CREATE OR REPLACE TABLE raw.csv_repeated (line BIGINT, nth BIGINT)
