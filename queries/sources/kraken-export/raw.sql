-- What Kraken's exports say, as written.
CREATE OR REPLACE TABLE raw.kraken_trades (
    file VARCHAR, line BIGINT, position BIGINT,
    txid VARCHAR, ordertxid VARCHAR, pair VARCHAR, time VARCHAR, type VARCHAR, price VARCHAR, cost VARCHAR, fee VARCHAR,
    vol VARCHAR, margin VARCHAR, ordertype VARCHAR, misc VARCHAR, posstatus VARCHAR, posstatuscode VARCHAR
);
CREATE OR REPLACE TABLE raw.kraken_ledgers (
    file VARCHAR, line BIGINT, position BIGINT,
    txid VARCHAR, refid VARCHAR, time VARCHAR, type VARCHAR, subtype VARCHAR, asset VARCHAR, amount VARCHAR, fee VARCHAR
);
-- A fill on margin opens a position, where Kraken keeps that position's state beside it, or closes one, as misc says. Where a file
-- fills neither column for any line nothing can be known. A position that is settled in coins has no exit at all.
CREATE OR REPLACE MACRO raw.kraken_closes(misc) AS regexp_matches(lower(misc), '(^|,)\s*closing\s*(,|$)');
CREATE OR REPLACE VIEW raw.kraken_roles AS
SELECT
    *,
    CASE WHEN raw.number(margin) > 0 OR raw.kraken_closes(misc) OR COALESCE(posstatus, posstatuscode) IS NOT NULL THEN 'margin' END AS market,
    CASE WHEN market IS NULL THEN CASE lower(type) WHEN 'buy' THEN 'open' ELSE 'close' END
         WHEN bool_or(contains(lower(ordertype), 'settle')) OVER (PARTITION BY file, pair) THEN 'unknown'
         WHEN raw.kraken_closes(misc) THEN 'close'
         WHEN COALESCE(posstatus, posstatuscode) IS NOT NULL OR COUNT(misc) OVER (PARTITION BY file) > 0 THEN 'open'
         ELSE 'unknown' END AS role,
    CASE WHEN market IS NULL THEN NULL
         WHEN bool_or(contains(lower(ordertype), 'settle')) OVER (PARTITION BY file, pair)
             THEN 'of pairs in which a position was settled in coins, which has no exit price'
         WHEN role = 'unknown' THEN 'of a file that fills neither misc nor posstatus, so that nothing says whether they open or close'
    END AS unknown_because
FROM raw.kraken_trades;
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
