-- A row is what an import was told: whose files these are, and what only the operator knows. file is a database's.
-- raw.passed_over names tables, table.column and table.* that are known and of no use, so that a note names what is new.
CREATE OR REPLACE TABLE raw.told (
    file VARCHAR, agent VARCHAR, zone VARCHAR, environment VARCHAR, currency VARCHAR, stake DOUBLE, capital DOUBLE,
    fee_rate DOUBLE, max_age DOUBLE
);
CREATE OR REPLACE TABLE raw.passed_over (name VARCHAR);
-- The files that are read together, for those that say no time: modified is when a file was written, time when it was taken, as
-- its name says, else a folder of its path such as 20261121T101500Z, else as it was written; said is name, folder or nowhere. UTC.
CREATE OR REPLACE TABLE raw.files_read (file VARCHAR, modified TIMESTAMP, time TIMESTAMP, said VARCHAR);
-- When an answer was taken that names no time itself: what its name says, or the folder that it was pulled into.
CREATE OR REPLACE MACRO raw.taken(answer) AS
    (SELECT MAX(f.time) FROM raw.files_read AS f WHERE f.file = answer AND f.said <> 'nowhere');
