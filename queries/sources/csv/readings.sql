-- How a field of a table of trades or equity is read: what cannot be read is NULL. raw.told says which mark separates
-- decimals. A word for nothing is nothing (as a list, the words would cost a join a field). An amount may have thousands'
-- separators, a currency sign or a unit such as SOL or USDT, but none that multiplies, and is negative in brackets; an E before
-- digits is an exponent, no unit, and thousands are not separated beside one. A time may end with UTC, have slashes, or be
-- written day.month.year.
CREATE OR REPLACE MACRO raw.word(x) AS
    CASE WHEN regexp_full_match(x, '(?i)[ \t\r\n]*(null|none|nan|nat|n/a|na|-|--)?[ \t\r\n]*') THEN NULL
         ELSE trim(x, E' \t\r\n') END;
CREATE OR REPLACE MACRO raw.without_unit(x) AS
    regexp_replace(regexp_replace(x, '^([+-]?)\s*[$€£¥₿]\s*', '\1'), '(\d)\s*([A-DF-Za-df-z][A-Za-z0-9]{1,9}|[Ee][A-Za-z][A-Za-z0-9]{0,8}|[%$€£¥₿])$', '\1');
CREATE OR REPLACE MACRO raw.bare(x) AS
    CASE WHEN regexp_matches(x, '(?i)\d\s*(k|m|mn|mm|mio|mrd|b|bn|t|tn)\)?$|^\(?[+-]?0x') THEN NULL
         WHEN regexp_full_match(x, '\([^()+-]+\)') THEN '-' || raw.without_unit(regexp_extract(x, '\((.*)\)', 1))
         ELSE raw.without_unit(x) END;
CREATE OR REPLACE MACRO raw.grouped(x) AS
    CASE WHEN regexp_full_match(x, '[+-]?\d{1,3}(,\d{3})+(\.\d+)?') THEN replace(x, ',', '')
         WHEN regexp_full_match(x, '[+-]?\d{1,3}([ ''’\x{00A0}\x{202F}]\d{3})+(\.\d+)?') THEN regexp_replace(x, '[ ''’\x{00A0}\x{202F}]', '', 'g')
         ELSE x END;
CREATE OR REPLACE MACRO raw.commas(x) AS
    CASE WHEN regexp_full_match(x, '[+-]?\d{1,3}([. ''’\x{00A0}\x{202F}]\d{3})+(,\d+)?') THEN replace(regexp_replace(x, '[. ''’\x{00A0}\x{202F}]', '', 'g'), ',', '.')
         WHEN regexp_matches(x, '^[+-]?\d{1,3}(\.\d{3})+[eE]') THEN NULL
         ELSE replace(x, ',', '.') END;
CREATE OR REPLACE MACRO raw.amount(x) AS
    CASE WHEN (SELECT commas FROM raw.written) THEN raw.number(raw.commas(raw.bare(x)))
         WHEN raw.number(x) IS NOT NULL THEN raw.number(x)
         WHEN NOT regexp_matches(x, '\d') THEN NULL
         ELSE raw.number(raw.grouped(raw.bare(x))) END;
CREATE OR REPLACE MACRO raw.moment(x) AS
    CASE WHEN regexp_matches(x, '^\d{4}-\d\d-\d\d([T ][0-9:.]+)?(Z|[+-]\d\d(:?\d\d)?)?$') OR regexp_full_match(x, '\d{9,}(\.\d*)?')
         THEN raw.utc(x)
         -- so few digits count rows, not seconds
         WHEN regexp_full_match(x, '[+-]?\d{1,7}(\.\d*)?') THEN NULL
         ELSE raw.utc(regexp_replace(regexp_replace(regexp_replace(x,
             '^(\d{4})/?(\d\d)/?(\d\d)', '\1-\2-\3'),
             '^(\d\d)\.(\d\d)\.(\d{4})', '\3-\2-\1'),
             '(?i)\s*(UTC|GMT|Z)$', 'Z')) END;
CREATE OR REPLACE MACRO raw.naive(x) AS
    right(x, 1) <> 'Z' AND regexp_matches(x, '^(\d{4}[-/]?\d\d[-/]?\d\d|\d\d\.\d\d\.\d{4})([T ][0-9:.]+)?$');
