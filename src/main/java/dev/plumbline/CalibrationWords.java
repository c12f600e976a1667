package dev.plumbline;

import dev.plumbline.metric.Reliability;
import java.util.Locale;

/** What a reliability table says, in two sentences. */
final class CalibrationWords {

    private CalibrationWords() {}

    /** Empty where there is no table. */
    static String of(Reliability table) {
        if (table.bins().isEmpty()) {
            return "";
        }
        double stated = 0;
        double won = 0;
        long apart = 0;
        for (Reliability.Bin bin : table.bins()) {
            stated += bin.stated() * bin.n();
            won += bin.won() * bin.n();
            boolean chance = bin.stated() >= bin.interval().low()
                    && bin.stated() <= bin.interval().high();
            apart += chance ? 0 : 1;
        }
        double gap = (stated - won) / table.trades();
        String whole = String.format(
                Locale.ROOT,
                "It stated %.0f %% on average and won %.0f %% of %,d trades: %s.",
                100 * stated / table.trades(),
                100 * won / table.trades(),
                table.trades(),
                Math.abs(gap) < 0.005
                        ? "as sure as it is right"
                        : String.format(
                                Locale.ROOT,
                                "%.0f points %s than it is right",
                                Math.abs(100 * gap),
                                gap > 0 ? "surer" : "less sure"));
        int levels = table.bins().size();
        String parts = apart == 0
                ? " At no level of confidence is the difference more than chance."
                : String.format(
                        Locale.ROOT,
                        " At %s of %d levels the difference is more than chance.",
                        apart == levels ? "all" : Long.toString(apart),
                        levels);
        return whole + parts + (rises(table) ? "" : " More confidence did not win more often.");
    }

    /** Whether the upper half of the levels won more than the lower. */
    private static boolean rises(Reliability table) {
        int n = table.bins().size();
        double low = table.bins().stream()
                .limit(n / 2)
                .mapToDouble(Reliability.Bin::won)
                .average()
                .orElse(0);
        double high = table.bins().stream()
                .skip((n + 1) / 2)
                .mapToDouble(Reliability.Bin::won)
                .average()
                .orElse(1);
        return n < 2 || high > low;
    }
}
