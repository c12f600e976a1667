-- What Kraken's exports say, as written.
CREATE OR REPLACE TABLE raw.kraken_trades (
    file VARCHAR, line BIGINT, position BIGINT,
    txid VARCHAR, ordertxid VARCHAR, pair VARCHAR, time VARCHAR, type VARCHAR, price VARCHAR, cost VARCHAR, fee VARCHAR,
    vol VARCHAR, margin VARCHAR
);
CREATE OR REPLACE TABLE raw.kraken_ledgers (
    file VARCHAR, line BIGINT, position BIGINT,
    txid VARCHAR, refid VARCHAR, time VARCHAR, type VARCHAR, subtype VARCHAR, asset VARCHAR, amount VARCHAR, fee VARCHAR
);
CREATE OR REPLACE TABLE raw.round_trips (system VARCHAR);
INSERT INTO raw.round_trips VALUES ('kraken-export');
-- Kraken's older codes have an X before a coin and a Z before a state's money, and call Bitcoin XBT
CREATE OR REPLACE MACRO raw.kraken_asset(code) AS
    CASE regexp_replace(upper(code), '^[XZ]([A-Z]{3})$', '\1')
        WHEN 'XBT' THEN 'BTC' WHEN 'XDG' THEN 'DOGE' ELSE regexp_replace(upper(code), '^[XZ]([A-Z]{3})$', '\1') END;
CREATE OR REPLACE MACRO raw.kraken_quote(pair) AS
    raw.kraken_asset(CASE WHEN contains(pair, '/') THEN split_part(pair, '/', 2)
        ELSE regexp_extract(upper(pair), '(USDT|USDC|PYUSD|RLUSD|USDG|USD|EUR|GBP|CAD|JPY|AUD|CHF|XBT|BTC|ETH|DAI)$', 1) END);
CREATE OR REPLACE MACRO raw.kraken_base(pair) AS
    raw.kraken_asset(CASE WHEN contains(pair, '/') THEN split_part(pair, '/', 1)
        ELSE regexp_replace(regexp_replace(upper(pair), '(USDT|USDC|PYUSD|RLUSD|USDG|USD|EUR|GBP|CAD|JPY|AUD|CHF|XBT|BTC|ETH|DAI)$', ''),
            '^([XZ][A-Z]{3}|USDT|USDC)[XZ]$', '\1') END)
