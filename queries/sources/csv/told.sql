-- What the import was told of a file of trades or equity, and how the file writes its numbers.
CREATE OR REPLACE TABLE raw.told (file VARCHAR, agent VARCHAR, zone VARCHAR);
CREATE OR REPLACE TABLE raw.written (commas BOOLEAN)
