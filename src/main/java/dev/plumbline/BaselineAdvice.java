package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.report.Showable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a newer baseline is due: not while something is red, and only for what changed for certain. */
final class BaselineAdvice {

    private static final int NAMED = 5;

    private BaselineAdvice() {}

    static Showable of(Window window, Check check) {
        if (check.baseline().isEmpty()) {
            return Evaluated.only("No baseline to refresh: there is none yet. " + command(window));
        }
        String held = check.baseline().orElseThrow().words();
        long red = check.count(Verdict.RED);
        if (red > 0) {
            return Evaluated.only("**Keep** " + held + ": " + (red == 1 ? "one row is" : red + " rows are")
                    + " red, and what is red now should not become what is normal.");
        }
        List<String> moved = check.rows().stream()
                .filter(row -> row.kind() == Deviation.Kind.DEVIATION)
                .filter(row -> row.verdict() == Verdict.WATCH || row.verdict() == Verdict.YELLOW)
                .map(row -> row.now().title())
                .toList();
        if (moved.isEmpty()) {
            return Evaluated.only("**Keep** " + held + ": nothing differs from it for certain.");
        }
        String names = moved.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (moved.size() > NAMED ? " and " + (moved.size() - NAMED) + " more" : "");
        return Evaluated.only("**Refresh** " + held + " if these changes are meant: " + names + " changed for certain. "
                + command(window));
    }

    private static String command(Window window) {
        LocalDate first = window.period().from().atZone(window.zone()).toLocalDate();
        return "`plumb baseline establish --agent " + window.scope().agent() + " --name from-" + first + " --from "
                + first + " --days " + Math.round(window.period().days()) + "` makes one of these days.";
    }
}
