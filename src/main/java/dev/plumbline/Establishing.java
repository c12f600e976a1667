package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Rules;
import java.util.Locale;
import java.util.Optional;

/** Whether a window is fit to say what is normal. */
final class Establishing {

    private static final int LONGEST = 3_660;

    private Establishing() {}

    static Baseline of(Window window, String name, boolean despite) {
        int wanted = window.period().dates(window.zone()).size();
        int found = window.activeDays();
        String otherwise = "; choose another --from, or --force to keep it all the same";
        Optional<String> jump = 2 * found < wanted ? ClockJumps.forward(window) : Optional.empty();
        if (found == 0 && jump.isPresent()) {
            throw new IllegalArgumentException(
                    "no rows of " + window.scope() + " on the " + wanted + " days asked for: " + jump.get());
        }
        long events = found == 0 ? (long) window.rows("samples/heartbeat").doubles("n")[0] : 0;
        if (events > 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "found %,d log events of %s on the %d days asked for and nothing else, and a log’s lines are no"
                            + " measurements: import its trades, equity, decisions or metrics too",
                    events,
                    window.scope(),
                    wanted));
        }
        if (!despite && found > 0 && 2 * found < wanted) {
            throw new IllegalArgumentException("found rows on " + found + " of " + wanted
                    + " days, expected at least half of them: too little to say what is normal"
                    + jump.map(words -> "; " + words + ", or --force to keep it all the same")
                            .orElse(otherwise));
        }
        Baseline baseline =
                completed(window.asBaseline(name), window, window.workbench().rules());
        for (String words : ClockJumps.back(window)) {
            baseline = baseline.noting(words);
        }
        Quality quality = window.quality();
        for (Quality.Finding finding : quality.findings()) {
            if (finding.severity() == Quality.Severity.INFO) {
                continue;
            }
            String words = finding.subject() + ": " + finding.sentence();
            if (finding.severity() == Quality.Severity.ERROR && !despite) {
                throw new IllegalArgumentException("the data of these days is wrong: " + words + otherwise);
            }
            baseline = baseline.noting("quality: " + words);
        }
        return baseline;
    }

    /** What is kept nowhere is measured for all that these rules hold against it, such as the win rate of an interval. */
    static Baseline made(Baseline baseline, Window window, Rules rules) {
        return baseline.name().equals(Check.PREVIOUS)
                ? completed(baseline, window.workbench().between(baseline.period()), rules)
                : baseline;
    }

    private static Baseline completed(Baseline baseline, Window window, Rules rules) {
        return baseline.and(Questions.ask(window, rules.beyondBaseline(baseline.entries())));
    }

    /** The days of {@code previous:14}. */
    static int days(String name) {
        String number = name.substring(Check.PREVIOUS.length() + 1);
        if (!number.matches("[1-9][0-9]{0,3}") || Integer.parseInt(number) > LONGEST) {
            throw new IllegalArgumentException(
                    "--baseline: found \"" + name + "\", expected a number of days, 1 to 3660, such as previous:14");
        }
        return Integer.parseInt(number);
    }
}
