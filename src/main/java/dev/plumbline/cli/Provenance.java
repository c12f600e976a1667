package dev.plumbline.cli;

import dev.plumbline.Workbench;
import dev.plumbline.metric.Conventions;
import dev.plumbline.store.Rows;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a page was made: the command that makes it again, the inputs with their hashes, definitions, versions. */
final class Provenance {

    /** Files that are named one by one; more are counted and their hashes joined. */
    private static final int NAMED = 6;

    private Provenance() {}

    static Map<String, String> of(String command) {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("again", command);
        made.put(
                "definitions",
                String.format(
                        Locale.ROOT,
                        "Sharpe: daily closes, sample deviation, risk-free rate 0, annualised by the spacing of the data. "
                                + "Intervals: 95 %%, Wilson for shares, Poisson for rates, stationary bootstrap of %,d"
                                + " resamples. Two families of tests, each at a false-discovery rate of 5 %%.",
                        Conventions.standard().resamples()));
        made.put("versions", "plumbline " + Version.number() + ", Java " + System.getProperty("java.version"));
        return made;
    }

    static Map<String, String> of(String command, Workbench lab) {
        Map<String, String> made = of(command);
        String engine = lab.store().select("SELECT version() AS v").texts("v")[0];
        made.computeIfPresent("versions", (key, versions) -> versions + ", DuckDB " + engine);
        Rows first = ofFiles(lab, "path, sha256", " ORDER BY path LIMIT " + NAMED);
        Rows all = ofFiles(lab, "COUNT(*) AS n, sha256(string_agg(sha256, '' ORDER BY path)) AS h", "");
        StringBuilder inputs = new StringBuilder();
        for (int i = 0; i < first.size(); i++) {
            String path = first.texts("path")[i];
            inputs.append(i == 0 ? "" : ", ")
                    .append(path.substring(path.lastIndexOf('/') + 1))
                    .append(" (sha256 ")
                    .append(first.texts("sha256")[i], 0, 8)
                    .append("…)");
        }
        long n = (long) all.doubles("n")[0];
        if (n > NAMED) {
            inputs.append(String.format(
                    Locale.ROOT,
                    " … %,d files in all, sha256 of their hashes %s…",
                    n,
                    all.texts("h")[0].substring(0, 8)));
        }
        made.put("inputs", inputs.toString());
        made.put(
                "rows",
                String.format(Locale.ROOT, "%,d of this agent", lab.agent().rows()));
        return made;
    }

    private static Rows ofFiles(Workbench lab, String what, String order) {
        return lab.store()
                .select(
                        "SELECT " + what + " FROM files WHERE system = ? AND agent = ?" + order,
                        lab.scope().system(),
                        lab.scope().agent());
    }
}
