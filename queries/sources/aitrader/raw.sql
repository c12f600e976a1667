-- What AI-Trader's files say. A state is a line of position.jsonl; a series is a line of prices, with a row per day or hour.
CREATE OR REPLACE TABLE raw.aitrader_states (
    file VARCHAR, line BIGINT, position BIGINT,
    date VARCHAR, id BIGINT, positions JSON,
    "this_action.action" VARCHAR, "this_action.symbol" VARCHAR, "this_action.amount" DOUBLE
);
CREATE OR REPLACE TABLE raw.aitrader_series (
    file VARCHAR, line BIGINT, position BIGINT,
    "Meta Data.2. Symbol" VARCHAR, "Meta Data.5. Time Zone" VARCHAR, "Meta Data.6. Time Zone" VARCHAR
);
CREATE OR REPLACE TABLE raw.aitrader_daily (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT, key VARCHAR,
    "1. buy price" DOUBLE, "2. high" DOUBLE, "3. low" DOUBLE, "4. sell price" DOUBLE, "5. volume" DOUBLE
);
CREATE OR REPLACE TABLE raw.aitrader_hourly (
    file VARCHAR, line BIGINT, position BIGINT, parent BIGINT, key VARCHAR,
    "1. buy price" DOUBLE, "2. high" DOUBLE, "3. low" DOUBLE, "4. sell price" DOUBLE, "5. volume" DOUBLE
);
CREATE OR REPLACE MACRO raw.aitrader_holdings(positions) AS
    CASE WHEN len(list_filter(map_values(TRY_CAST(positions AS MAP(VARCHAR, DOUBLE))), lambda v: v IS NULL)) = 0
         THEN TRY_CAST(positions AS MAP(VARCHAR, DOUBLE)) END
