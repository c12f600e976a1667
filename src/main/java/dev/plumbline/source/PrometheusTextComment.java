package dev.plumbline.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of an exposition that begins with {@code #} may say: a metric's type, or a sample in disguise. */
final class PrometheusTextComment {

    private static final Pattern KEYWORD =
            Pattern.compile("#[ \\t]+(HELP|TYPE|UNIT)[ \\t]+(\"(?:[^\"\\\\]|\\\\.)*\"|\\S+)(.*)");
    private static final Set<String> TYPES = Set.of(
            "counter", "gauge", "histogram", "summary", "untyped", "unknown", "info", "stateset", "gaugehistogram");
    /** How one exporter writes all its samples: {@code # COUNTER name value}, labels as a Python dict after the name. */
    private static final Pattern DISGUISED =
            Pattern.compile("# (COUNTER|GAUGE) ([a-zA-Z_:][\\w:]*?)(?:_(\\{.*\\}))? ([^ ]+)");

    private static final Pattern PYTHON_PAIR = Pattern.compile("'([^']*)': (?:'([^']*)'|\"([^\"]*)\"|([^,}]+))");

    /**
     * A metric whose type or help is told.
     *
     * @param type as written; empty of a help
     */
    record Told(String metric, String type) {
        boolean known() {
            return TYPES.contains(type);
        }
    }

    /** A sample that is written as a comment, and the type that the comment names. */
    record Disguised(PrometheusTextLine.Sample sample, String type) {}

    private PrometheusTextComment() {}

    static Optional<Told> told(String line) {
        Matcher matcher = KEYWORD.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        String metric = name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
        boolean type = matcher.group(1).equals("TYPE");
        return Optional.of(new Told(metric, type ? matcher.group(3).strip().toLowerCase(Locale.ROOT) : ""));
    }

    static Optional<Disguised> disguised(String line) {
        Matcher matcher = DISGUISED.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> labels = new TreeMap<>();
        if (matcher.group(3) != null) {
            for (Matcher pair = PYTHON_PAIR.matcher(matcher.group(3)); pair.find(); ) {
                String text = pair.group(2) != null ? pair.group(2) : pair.group(3);
                labels.put(pair.group(1), text != null ? text : pair.group(4).strip());
            }
        }
        try {
            double value = PrometheusTextLine.parse(matcher.group(2) + " " + matcher.group(4))
                    .value();
            return Optional.of(new Disguised(
                    new PrometheusTextLine.Sample(matcher.group(2), labels, value, Optional.empty(), true),
                    matcher.group(1).toLowerCase(Locale.ROOT)));
        } catch (PrometheusTextLine.Malformed e) {
            return Optional.empty();
        }
    }
}
