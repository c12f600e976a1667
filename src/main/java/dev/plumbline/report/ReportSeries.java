package dev.plumbline.report;

import dev.plumbline.metric.Unit;
import java.util.List;
import java.util.Locale;

/**
 * The same report of the same agent, again and again.
 *
 * @param reports oldest first, at least one
 */
record ReportSeries(List<ListedReport> reports) {

    /** So many of the newest are drawn. */
    private static final int SHOWN = 26;

    ReportSeries {
        reports = List.copyOf(reports);
    }

    ListedReport newest() {
        return reports.get(reports.size() - 1);
    }

    List<ListedReport> shown() {
        return reports.subList(Math.max(0, reports.size() - SHOWN), reports.size());
    }

    /** A figure of the newest report, in words; empty where that has none. */
    String value(String figure) {
        Double value = newest().summary().figures().get(figure);
        if (value == null) {
            return "";
        }
        String text = Unit.SHARE.format(value).replace(' ', '\u00a0');
        return figure.equals("total_return") && value > 0 ? "+" + text : text;
    }

    /** A figure from report to report, NaN where a report has none; a line, and a dot at the newest. */
    SafeHtml line(String figure, String name) {
        double[] y = shown().stream()
                .mapToDouble(report -> report.summary().figures().getOrDefault(figure, Double.NaN))
                .toArray();
        return Spark.of(y, words(y, name));
    }

    private static String words(double[] y, String name) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                n++;
            }
        }
        return String.format(
                Locale.ROOT,
                "%s in %d reports: between %s and %s",
                name,
                n,
                Unit.SHARE.format(min),
                Unit.SHARE.format(max));
    }
}
