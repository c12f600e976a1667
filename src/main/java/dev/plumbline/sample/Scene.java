package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.nio.file.Path;

/**
 * All that one agent needs to know to live its days.
 *
 * @param plants what is planted on this agent
 * @param place  the folder or file of its own
 */
record Scene(
        Member member, long seed, Market market, Period period, Plants plants, Path place, Output output, Truth truth) {

    /** A stream of chance of its own. */
    Dice dice(String name) {
        return Dice.of(seed, member.name(), name);
    }

    long from() {
        return period.fromMicros();
    }

    long to() {
        return period.toMicros();
    }

    /** Where the last seven days begin: older logs are gone. */
    long lastWeek() {
        return Math.max(from(), to() - 7 * Market.DAY);
    }

    /** A file of the agent that is written in one go. */
    void write(String name, byte[] content) {
        output.write(place.resolve(name), content);
    }

    /** A file of the agent that is written piece by piece. */
    TextFile file(String name) {
        return TextFile.create(place.resolve(name), output);
    }
}
