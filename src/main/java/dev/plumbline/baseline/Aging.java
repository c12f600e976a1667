package dev.plumbline.baseline;

import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a reader must know of a baseline that a window is held against: how old it is, whose, and whether they overlap. */
final class Aging {

    /** A quarter: markets, fees and models have moved since. */
    private static final long OLD_DAYS = 90;

    private Aging() {}

    static List<String> notes(Baseline baseline, Scope scope, Period now) {
        List<String> notes = new ArrayList<>(baseline.notes());
        Period then = baseline.period();
        if (!baseline.scope().agent().equals(scope.agent())) {
            notes.add("it is of another agent, " + baseline.scope().agent());
        }
        long age = Duration.between(then.to(), now.from()).toDays();
        if (!then.from().isBefore(now.to())) {
            notes.add("it begins after this window: what was normal then says little of what was to come");
        } else if (then.to().isAfter(now.from())) {
            Instant from = then.from().isAfter(now.from()) ? then.from() : now.from();
            Instant to = then.to().isBefore(now.to()) ? then.to() : now.to();
            notes.add("it shares " + days(from, to) + " with this window: changes look smaller than they are");
        } else if (age > OLD_DAYS) {
            notes.add("it ended " + age + " days before this window: establish a newer one");
        }
        return notes;
    }

    private static String days(Instant from, Instant to) {
        double days = Period.of(from, to).days();
        return days < 1.5 ? days < 0.75 ? "some hours" : "a day" : Math.round(days) + " days";
    }
}
