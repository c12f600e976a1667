package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The planted changes of a fleet, or of one agent, and what they mean for a moment. */
record Plants(List<Plant> list) {

    Plants {
        list = List.copyOf(list);
    }

    /** The changes of the last seven days of a period, for the live agents; cut to the period where it is shorter. */
    static Plants ofTheLastWeek(Period period) {
        long end = period.toMicros();
        long day = Market.DAY;
        long hour = Market.HOUR;
        List<Plant> all = List.of(
                new Plant(PlantKind.WIN_RATE, "btc-eth-live", "ETH/USDT", end - 7 * day, end, 0.37),
                new Plant(PlantKind.CONFIDENCE, "btc-eth-live", "", end - 7 * day, end, 0.07),
                new Plant(PlantKind.RETRAINING_FAILURES, "btc-eth-live", "", end - 4 * day, end - day, 0.2),
                new Plant(
                        PlantKind.MODE_BURST,
                        "btc-eth-live",
                        "BTC/USDT",
                        end - 3 * day + 14 * hour,
                        end - 3 * day + 15 * hour,
                        8),
                new Plant(PlantKind.GAP, "btc-eth-live", "", end - 5 * day + hour, end - 5 * day + 10 * hour, 9),
                new Plant(PlantKind.OPEN_SHARE, "deepseek-live", "", end - 7 * day, end, 2),
                new Plant(PlantKind.GAP, "deepseek-live", "", end - 2 * day + 20 * hour, end - day + 5 * hour, 9));
        List<Plant> inside = new ArrayList<>();
        for (Plant plant : all) {
            long from = Math.max(plant.from(), period.fromMicros());
            if (from < plant.to() && (from == plant.from() || plant.to() == end)) {
                inside.add(new Plant(plant.kind(), plant.agent(), plant.symbol(), from, plant.to(), plant.size()));
            }
        }
        return new Plants(inside);
    }

    Plants of(String agent) {
        return new Plants(
                list.stream().filter(plant -> plant.agent().equals(agent)).toList());
    }

    /** The size of the change of this kind that covers a moment; of several, the last in the list. */
    OptionalDouble at(PlantKind kind, String symbol, long time) {
        OptionalDouble size = OptionalDouble.empty();
        for (Plant plant : list) {
            if (plant.kind() == kind && plant.covers(time) && plant.concerns(symbol)) {
                size = OptionalDouble.of(plant.size());
            }
        }
        return size;
    }

    List<Plant> of(PlantKind kind) {
        return list.stream().filter(plant -> plant.kind() == kind).toList();
    }

    /** Whether the agent is down. */
    boolean silent(long time) {
        return at(PlantKind.GAP, "", time).isPresent();
    }

    /** Whether the agent is down at any moment of [begin, end]. */
    boolean silent(long begin, long end) {
        return list.stream()
                .anyMatch(plant -> plant.kind() == PlantKind.GAP && plant.from() <= end && begin < plant.to());
    }
}
