-- A row is what an import was told: whose files these are, and what only the operator knows. file is a database's.
-- raw.passed_over names tables, table.column and table.* that are known and of no use, so that a note names what is new.
CREATE OR REPLACE TABLE raw.told (
    file VARCHAR, agent VARCHAR, zone VARCHAR, environment VARCHAR, currency VARCHAR, stake DOUBLE, capital DOUBLE,
    fee_rate DOUBLE, max_age DOUBLE
);
CREATE OR REPLACE TABLE raw.passed_over (name VARCHAR)
