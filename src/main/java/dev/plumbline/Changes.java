package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.List;

/** Deployments, parameters and planned downtime that somebody recorded, in words. */
final class Changes {

    private static final int SHOWN = 3;
    private static final int LONGEST = 60;

    private Changes() {}

    /** The planned downtime among rows of {@code samples/changes}. */
    static List<Period> planned(Rows changes) {
        List<Period> planned = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (changes.texts("kind")[i].equals("downtime") && changes.doubles("lasts")[i] > 0) {
                planned.add(Period.of(
                        Period.instant(changes.micros("time")[i]), Period.instant(changes.micros("until")[i])));
            }
        }
        return planned;
    }

    /** {@code contains a recorded change: deployment on 2026-10-12, v1.2}: what makes a period a poor picture of normal. */
    static List<String> inside(Window window) {
        return window.period().from().equals(window.period().to())
                ? List.of()
                : words("contains a recorded change: ", window.rows("samples/changes"));
    }

    /** What came between a baseline and this window, so that the bot is no longer the one that was measured. */
    static List<String> since(Baseline baseline, Window window) {
        if (!baseline.period().to().isBefore(window.period().from())) {
            return List.of();
        }
        Period between = Period.of(baseline.period().to(), window.period().from());
        return words(
                "establish a newer one, for since then there was: ",
                window.workbench().between(between).rows("samples/changes"));
    }

    private static List<String> words(String before, Rows rows) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), SHOWN); i++) {
            String text = rows.texts("text")[i].replaceAll("\\s+", " ").strip();
            String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            words.add(before + rows.texts("kind")[i] + " on " + rows.texts("day")[i]
                    + (shown.isEmpty() ? "" : ", " + shown));
        }
        if (rows.size() > SHOWN) {
            words.add(before + (rows.size() - SHOWN) + " more");
        }
        return words;
    }
}
