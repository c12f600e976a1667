-- What Binance's exports say, as written.
CREATE OR REPLACE TABLE raw.binance_spot (
    file VARCHAR, line BIGINT, position BIGINT,
    date_utc VARCHAR, time_utc VARCHAR, time VARCHAR, date VARCHAR, pair VARCHAR, side VARCHAR, price VARCHAR, executed VARCHAR,
    amount VARCHAR, fee VARCHAR, fee_coin VARCHAR
);
CREATE OR REPLACE TABLE raw.binance_futures (
    file VARCHAR, line BIGINT, position BIGINT,
    time_utc VARCHAR, date_utc VARCHAR, time VARCHAR, date VARCHAR, symbol VARCHAR, side VARCHAR, position_side VARCHAR, price VARCHAR,
    quantity VARCHAR, amount VARCHAR, fee VARCHAR, realized_profit VARCHAR, quote_asset VARCHAR, trade_id VARCHAR, order_id VARCHAR
);
CREATE OR REPLACE TABLE raw.round_trips (system VARCHAR);
INSERT INTO raw.round_trips VALUES ('binance-export');
-- years may have two digits
CREATE OR REPLACE MACRO raw.binance_time(utc, local) AS
    COALESCE(raw.time_in(regexp_replace(utc, '^(\d\d-\d\d-\d\d)', '20\1'), 'UTC'), raw.utc(regexp_replace(local, '^(\d\d-\d\d-\d\d)', '20\1')));
CREATE OR REPLACE MACRO raw.binance_number(x) AS raw.number(regexp_extract(replace(x, ',', ''), '^\s*([+-]?[0-9.]+(?:[eE][+-]?\d+)?)', 1));
CREATE OR REPLACE MACRO raw.binance_coin(x) AS NULLIF(regexp_extract(upper(trim(x)), '([A-Z][A-Z0-9]*)$', 1), '')
