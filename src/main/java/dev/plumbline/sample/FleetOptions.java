package dev.plumbline.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a simulated fleet should be.
 *
 * @param days    whole UTC days of files, at least 1
 * @param end     files run up to the start of this date, UTC
 * @param agents  per system, 1 to 20; the first is live, the others are paper; empty: two of playbook and roma, one of
 *                each other system
 * @param seed    the same seed, end, days and agents give the same bytes
 * @param systems some of {@link #SYSTEMS}
 * @param plant   YAML that replaces the planted changes; an empty file plants nothing
 */
public record FleetOptions(
        int days, LocalDate end, Optional<Integer> agents, long seed, Set<String> systems, Optional<Path> plant) {

    /** The systems of the sample that a first review makes: both tell of trades, decisions and money. */
    public static final Set<String> FIRST = Set.of("playbook", "roma");

    /** The systems whose files can be made. */
    public static final Set<String> SYSTEMS = Set.of("playbook", "roma", "fox", "kraken", "bingx");

    /** @throws IllegalArgumentException when a value is out of its range or a system is unknown */
    public FleetOptions {
        systems = Set.copyOf(systems);
        within("days", days, 1, 1_000);
        agents.ifPresent(number -> within("agents", number, 1, 20));
        if (systems.isEmpty()) {
            throw new IllegalArgumentException(
                    "no system to make files for: name one or more of " + String.join(", ", new TreeSet<>(SYSTEMS)));
        }
        for (String system : new TreeSet<>(systems)) {
            if (!SYSTEMS.contains(system)) {
                throw new IllegalArgumentException("cannot make files of system \"" + system
                        + "\": the simulated ones are " + String.join(", ", new TreeSet<>(SYSTEMS)));
            }
        }
    }

    /** 35 days of agents of every system, seed 1, with the planted changes of the last week. */
    public static FleetOptions until(LocalDate end) {
        return new FleetOptions(35, end, Optional.empty(), 1, SYSTEMS, Optional.empty());
    }

    public FleetOptions withDays(int number) {
        return new FleetOptions(number, end, agents, seed, systems, plant);
    }

    public FleetOptions withAgents(int number) {
        return new FleetOptions(days, end, Optional.of(number), seed, systems, plant);
    }

    public FleetOptions withSeed(long number) {
        return new FleetOptions(days, end, agents, number, systems, plant);
    }

    public FleetOptions withSystems(Set<String> names) {
        return new FleetOptions(days, end, agents, seed, names, plant);
    }

    public FleetOptions withPlant(Path file) {
        return new FleetOptions(days, end, agents, seed, systems, Optional.of(file));
    }

    /** How many agents there are of a system. */
    int agentsOf(String system) {
        return agents.orElse(FIRST.contains(system) ? 2 : 1);
    }

    private static void within(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " is " + value + ": expected " + low + " to " + high);
        }
    }
}
