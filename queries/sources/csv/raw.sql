-- What the import was told of a CSV file.
CREATE OR REPLACE TABLE raw.told (file VARCHAR, agent VARCHAR, zone VARCHAR)
