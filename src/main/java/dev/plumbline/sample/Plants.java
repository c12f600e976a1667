package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The planted changes of a fleet, or of one agent, and what they mean for a moment. */
record Plants(List<Plant> list) {

    Plants {
        list = List.copyOf(list);
    }

    /** The changes of the last seven days of a period, for the live agents; cut to the period where it is shorter. */
    static Plants ofTheLastWeek(Period period, Set<String> systems) {
        List<Plant> inside = new ArrayList<>();
        for (Plant plant : PlantedWeek.before(period.toMicros(), systems)) {
            long from = Math.max(plant.from(), period.fromMicros());
            if (from < plant.to() && (from == plant.from() || plant.to() == period.toMicros())) {
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

    /** Whether a change of this kind covers a moment. */
    boolean covers(PlantKind kind, long time) {
        return at(kind, "", time).isPresent();
    }

    /** Whether the agent is down. */
    boolean silent(long time) {
        return at(PlantKind.GAP, "", time).isPresent();
    }

    /** The first moment from {@code time} on at which the agent is up. */
    long awake(long time) {
        long first = time;
        for (Plant plant : list) {
            if (plant.kind() == PlantKind.GAP && plant.covers(first)) {
                first = plant.to();
            }
        }
        return first;
    }

    /** Whether the agent is down at any moment of [begin, end]. */
    boolean silent(long begin, long end) {
        return list.stream()
                .anyMatch(plant -> plant.kind() == PlantKind.GAP && plant.from() <= end && begin < plant.to());
    }
}
