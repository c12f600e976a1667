-- How a value of any type is read: what cannot be read is NULL. raw.told names the zone of times written without one.
-- raw.utc reads times of that zone, raw.time_in(x, 'UTC') those of another. A time is ISO text, with an offset or without, or a number since 1970: seconds below 1e11, milliseconds below 1e14,
-- microseconds below 1e17, else nanoseconds.
CREATE OR REPLACE MACRO raw.number(x) AS
    CASE WHEN isfinite(TRY_CAST(x AS DOUBLE)) THEN TRY_CAST(x AS DOUBLE) END;
CREATE OR REPLACE MACRO raw.fraction(x) AS
    CASE WHEN TRY_CAST(x AS DOUBLE) BETWEEN 0 AND 1 THEN TRY_CAST(x AS DOUBLE) END;
CREATE OR REPLACE MACRO raw.truth(x) AS
    CASE lower(CAST(x AS VARCHAR)) WHEN '1' THEN true WHEN 'true' THEN true WHEN '0' THEN false WHEN 'false' THEN false END;
CREATE OR REPLACE MACRO raw.epoch_time(v) AS
    CASE WHEN v > 0 AND v < 1e11 THEN make_timestamp(CAST(v * 1e6 AS BIGINT))
         WHEN v >= 1e11 AND v < 1e14 THEN make_timestamp(CAST(v * 1e3 AS BIGINT))
         WHEN v >= 1e14 AND v < 1e17 THEN make_timestamp(CAST(v AS BIGINT))
         WHEN v >= 1e17 AND v < 4e18 THEN make_timestamp(CAST(CAST(v AS HUGEINT) // 1000 AS BIGINT)) END;
CREATE OR REPLACE MACRO raw.text_time_in(x, zone) AS
    CASE WHEN regexp_matches(x, '^\s*\d{4}-\d\d-\d\d[T ].*(Z|[+-]\d\d(:?\d\d)?)\s*$')
         THEN make_timestamp(epoch_us(TRY_CAST(x AS TIMESTAMPTZ)))
         WHEN NOT regexp_matches(x, '^\s*\d{4}-\d\d-\d\d') THEN NULL
         WHEN zone IN ('UTC', 'Z') THEN TRY_CAST(x AS TIMESTAMP)
         WHEN regexp_matches(zone, '^(UTC|GMT|UT)?[+-]\d\d:\d\d$')
         THEN make_timestamp(epoch_us(TRY_CAST(CAST(TRY_CAST(x AS TIMESTAMP) AS VARCHAR) || right(zone, 6) AS TIMESTAMPTZ)))
         ELSE timezone('UTC', timezone(zone, TRY_CAST(x AS TIMESTAMP))) END;
CREATE OR REPLACE MACRO raw.time_in(x, zone) AS
    CASE WHEN TRY_CAST(x AS DOUBLE) IS NULL THEN raw.text_time_in(CAST(x AS VARCHAR), zone)
         -- a DOUBLE is 256 nanoseconds wide there
         WHEN TRY_CAST(x AS DOUBLE) >= 1e17 THEN raw.epoch_time(TRY_CAST(x AS HUGEINT))
         ELSE raw.epoch_time(TRY_CAST(x AS DOUBLE)) END;
CREATE OR REPLACE MACRO raw.utc(x) AS raw.time_in(x, (SELECT zone FROM raw.told));
CREATE OR REPLACE MACRO raw.quote_currency(symbol) AS
    NULLIF(replace(upper(CASE WHEN contains(symbol, '/') THEN regexp_extract(symbol, '/([^/:]+)', 1)
                      WHEN contains(symbol, '-') THEN regexp_extract(symbol, '-([^-:]+)', 1)
                      -- coins that end in T or B, as dev.plumbline.source.Symbols tells them from the dollars TUSD and BUSD
                      WHEN regexp_full_match(upper(symbol), '(B|BN|SHI|1000SHI|AR|MO|BO|VI)BUSD')
                        OR (regexp_full_match(upper(symbol), '[A-Z0-9]+TUSD') AND NOT regexp_full_match(upper(symbol),
                            '(BTC|XBT|ETH|BNB|XRP|ADA|TRX|EOS|XLM|LTC|LINK|BCH|USDC|NEO|ATOM|ALGO|ONT|WAVES|ETC|PAX|DOGE|SOL|MATIC|ARB|OP|SUI|PEPE|FLOKI|SHIB|GALA|LDO|EDU|AVAX)TUSD'))
                      THEN 'USD'
                      ELSE regexp_extract(upper(symbol),
                           '(USDT|USDC|FDUSD|BUSD|TUSD|DAI|USD|EUR|GBP|JPY|TRY|BRL|BTC|XBT|ETH|BNB)$', 1) END), 'XBT', 'BTC'), '')
