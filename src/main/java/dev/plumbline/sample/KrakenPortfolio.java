package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Kraken bot's account was worth, every quarter of an hour, and what it made of each day. */
final class KrakenPortfolio {

    private static final long STEP = 15 * Market.MINUTE;

    private final Scene scene;
    private final List<KrakenPosition> positions;
    private double peak = KrakenTrading.CAPITAL;
    private double deepest;

    private KrakenPortfolio(Scene scene, List<KrakenPosition> positions) {
        this.scene = scene;
        this.positions = positions;
    }

    static void write(SqliteFile file, Scene scene, List<KrakenPosition> positions) {
        KrakenPortfolio portfolio = new KrakenPortfolio(scene, positions);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> days = new ArrayList<>();
        double morning = KrakenTrading.CAPITAL;
        for (long day = scene.from(); day < scene.to(); day += Market.DAY) {
            for (long time = day + STEP; time <= day + Market.DAY; time += STEP) {
                if (time < scene.to() && !scene.plants().silent(time)) {
                    rows.add(portfolio.row(time, day, morning));
                }
            }
            double evening = portfolio.value(day + Market.DAY - 1);
            days.add(portfolio.day(day, morning, evening));
            morning = evening;
        }
        file.insert(
                "portfolio_metrics",
                "timestamp_ms,timestamp_readable,total_value,cash_balance,position_value,total_pnl,daily_pnl,"
                        + "daily_return_pct,total_return_pct,max_drawdown_pct,open_positions,long_positions,"
                        + "winning_positions,losing_positions,trades_today,volume_today,fees_today",
                rows.stream());
        file.insert(
                "performance_analytics",
                "period_type,period_start,period_end,start_value,end_value,total_return,total_return_pct,total_trades,"
                        + "winning_trades,losing_trades,win_rate,profit_factor,total_fees,created_at",
                days.stream());
    }

    /** Cash and coins at market prices, fees paid. */
    double value(long time) {
        return cash(time) + coins(time);
    }

    private double cash(long time) {
        double cash = KrakenTrading.CAPITAL;
        for (KrakenPosition position : positions) {
            if (position.opened() <= time) {
                cash -= position.cost() + position.entryFee();
                cash += position.closed(time) ? position.exit().price() * position.size() - position.exitFee() : 0;
            }
        }
        return cash;
    }

    private double coins(long time) {
        return positions.stream()
                .filter(position -> position.open(time))
                .mapToDouble(position -> scene.market().price(position.coin(), time) * position.size())
                .sum();
    }

    private @Nullable Object[] row(long time, long day, double morning) {
        double cash = cash(time);
        double coins = coins(time);
        double value = cash + coins;
        peak = Math.max(peak, value);
        deepest = Math.max(deepest, 100 * (peak - value) / peak);
        List<KrakenPosition> open =
                positions.stream().filter(position -> position.open(time)).toList();
        long winning = open.stream()
                .filter(position -> scene.market().price(position.coin(), time) > position.price())
                .count();
        int trades = 0;
        double volume = 0;
        double fees = 0;
        for (KrakenPosition position : positions) {
            if (position.opened() >= day && position.opened() <= time) {
                trades++;
                volume += position.cost();
                fees += position.entryFee();
            }
            if (position.exit().time() >= day && position.closed(time)) {
                trades++;
                volume += position.exit().price() * position.size();
                fees += position.exitFee();
            }
        }
        return new @Nullable Object[] {
            time / 1_000,
            Iso.text(time),
            Coin.rounded(value, 8),
            Coin.rounded(cash, 8),
            Coin.rounded(coins, 8),
            Coin.rounded(value - KrakenTrading.CAPITAL, 8),
            Coin.rounded(value - morning, 8),
            Coin.rounded(100 * (value / morning - 1), 6),
            Coin.rounded(100 * (value / KrakenTrading.CAPITAL - 1), 6),
            Coin.rounded(deepest, 6),
            open.size(),
            open.size(),
            winning,
            open.size() - winning,
            trades,
            Coin.rounded(volume, 8),
            Coin.rounded(fees, 8)
        };
    }

    private @Nullable Object[] day(long day, double morning, double evening) {
        List<KrakenPosition> closed = positions.stream()
                .filter(position ->
                        position.exit().time() >= day && position.exit().time() < day + Market.DAY)
                .toList();
        double won = closed.stream()
                .mapToDouble(position -> Math.max(0, position.profit()))
                .sum();
        double lost = closed.stream()
                .mapToDouble(position -> Math.max(0, -position.profit()))
                .sum();
        long wins = closed.stream().filter(position -> position.profit() > 0).count();
        return new @Nullable Object[] {
            "DAILY",
            day / 1_000,
            (day + Market.DAY) / 1_000,
            Coin.rounded(morning, 8),
            Coin.rounded(evening, 8),
            Coin.rounded(evening - morning, 8),
            Coin.rounded(100 * (evening / morning - 1), 6),
            closed.size(),
            wins,
            closed.size() - wins,
            closed.isEmpty() ? null : Coin.rounded(wins / (double) closed.size(), 6),
            lost == 0 ? null : Coin.rounded(won / lost, 6),
            Coin.rounded(closed.stream().mapToDouble(KrakenPosition::exitFee).sum(), 8),
            (day + Market.DAY) / 1_000
        };
    }
}
