-- Environment and currency of rows that do not say theirs: the operator's word, or what all trades of the file agree on.
UPDATE raw.told SET
    environment = COALESCE(environment, (
        SELECT CASE WHEN bool_and(raw.truth(is_paper_trade)) THEN 'paper'
                    WHEN NOT bool_or(raw.truth(is_paper_trade)) THEN 'live' END
        FROM raw.trade_outcomes)),
    currency = (
        SELECT CASE WHEN MIN(c) = MAX(c) THEN MIN(c) END
        FROM (SELECT raw.quote_currency(CAST(symbol AS VARCHAR)) AS c FROM raw.trade_outcomes))
