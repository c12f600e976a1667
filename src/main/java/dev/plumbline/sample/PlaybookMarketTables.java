package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a playbook bot stores about the world: candles, a few news articles and the features made of them. */
final class PlaybookMarketTables {

    private static final List<String> HEADLINES = List.of(
            "%s holds above support as volume thins",
            "Funds add to %s for the third week",
            "Analysts split on %s after \"quiet\" weekend",
            "Exchange outage delays %s withdrawals",
            "%s developers ship long-planned upgrade",
            "Regulator's remarks weigh on %s");

    private PlaybookMarketTables() {}

    static void write(SqliteFile file, Market market, Period period, Plants plants, Dice dice) {
        long from = period.fromMicros();
        long to = period.toMicros();
        List<@Nullable Object[]> candles = new ArrayList<>();
        for (long open = from; open < to; open += Market.HOUR) {
            for (PlaybookSeries series : PlaybookSeries.ALL) {
                long close = open + series.step();
                if (open % series.step() == 0 && close <= to && !plants.silent(open) && !plants.silent(close)) {
                    candles.add(candle(market, series, open, dice));
                }
            }
        }
        file.insert("candles", "timestamp,datetime,open,high,low,close,volume,symbol,interval", candles.stream());
        List<@Nullable Object[]> articles = new ArrayList<>();
        long time = from;
        while ((time += (long) (Math.max(0.1, dice.delay(4)) * Market.HOUR)) < to) {
            if (!plants.silent(time)) {
                articles.add(article(time, articles.size(), dice));
            }
        }
        file.insert(
                "news_articles",
                "timestamp,datetime,source,title,url,sentiment_score,sentiment_label,sentiment_compound,symbols,"
                        + "primary_symbol,relevance_score,processed,content_hash",
                articles.stream());
        file.insert(
                "sentiment_features",
                "candle_timestamp,symbol,interval,sentiment_1h,sentiment_6h,sentiment_24h,sentiment_momentum,"
                        + "sentiment_volatility,news_volume_1h,news_volume_6h,news_volume_24h,source_diversity,"
                        + "last_updated",
                LongStream.iterate(from, t -> t < to, t -> t + Market.HOUR)
                        .filter(t -> !plants.silent(t, t + 30_000_000))
                        .mapToObj(t -> features(t, dice)));
    }

    private static @Nullable Object[] candle(Market market, PlaybookSeries series, long open, Dice dice) {
        double[] prices = market.candle(series.coin(), open, open + series.step());
        double range = (prices[1] - prices[2]) / prices[0];
        double volume = 4e6 * (0.4 + 60 * range) * dice.between(0.7, 1.4) / prices[0];
        return new @Nullable Object[] {
            open / 1_000,
            Iso.text(open),
            prices[0],
            prices[1],
            prices[2],
            prices[3],
            Coin.rounded(volume, 4),
            series.pair(),
            series.interval()
        };
    }

    private static @Nullable Object[] article(long time, int number, Dice dice) {
        Coin coin = dice.oneOf(PlaybookHistory.COINS);
        double mood = Coin.rounded(Math.max(-0.95, Math.min(0.95, 0.08 + 0.35 * dice.normal())), 4);
        return new @Nullable Object[] {
            time / 1_000,
            Iso.text(time / 1_000 * 1_000),
            dice.oneOf(List.of("CoinDesk", "Cointelegraph", "Decrypt")),
            dice.oneOf(HEADLINES).replace("%s", coin.name()),
            "https://news.example/" + number,
            mood,
            mood > 0.05 ? "positive" : mood < -0.05 ? "negative" : "neutral",
            mood,
            coin.pair(),
            coin.pair(),
            Coin.rounded(dice.between(0.5, 1), 3),
            1,
            "sample-" + number
        };
    }

    private static @Nullable Object[] features(long time, Dice dice) {
        double hour = Coin.rounded(0.3 * dice.normal(), 4);
        double day = Coin.rounded(0.08 + 0.1 * dice.normal(), 4);
        int articles = dice.below(3);
        return new @Nullable Object[] {
            time / 1_000,
            "SOL/USDT",
            "1h",
            articles == 0 ? 0.0 : hour,
            Coin.rounded((hour + 2 * day) / 3, 4),
            day,
            Coin.rounded(hour - day, 4),
            Coin.rounded(dice.between(0.05, 0.3), 4),
            articles,
            articles + dice.below(4),
            4 + dice.below(6),
            Coin.rounded(dice.between(0.5, 1), 3),
            Iso.text(time + 20_000_000 + dice.below(9_000_000))
        };
    }
}
