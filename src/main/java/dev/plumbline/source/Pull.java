package dev.plumbline.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One line of a system's {@code pull}: what a running bot is asked for, and the file that the answer is saved as.
 *
 * <p>{@code /api/agents/{id}/trades -> {id}/trades.json} runs over the field {@code id} of the objects that the path before
 * it, {@code /api/agents}, answered. Without an arrow the file is named after the path. The file {@code -} keeps nothing:
 * such an answer only gives ids. {@code prometheus orders_.*} asks a Prometheus server for the history of metrics.
 *
 * @param path of the request, with its query
 * @param file below the folder of the pull; empty where nothing is kept
 */
record Pull(Kind kind, String path, String file) {

    /** Whether a bot itself is asked, or the Prometheus server that watches it; of that, path is a pattern of names. */
    enum Kind {
        BOT,
        PROMETHEUS
    }

    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String ARROW = "->";
    private static final String HISTORY = "prometheus ";

    /** @throws IllegalArgumentException when the line cannot be understood: what was expected */
    static Pull parse(String line) {
        String text = line.strip();
        if (text.startsWith(HISTORY)) {
            return history(text.substring(HISTORY.length()).strip());
        }
        int arrow = text.indexOf(ARROW);
        String path = arrow < 0 ? text : text.substring(0, arrow).strip();
        String file =
                arrow < 0 ? named(path) : text.substring(arrow + ARROW.length()).strip();
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException(
                    "found \"" + line + "\", expected a path such as /api/trades, or a path -> file.json");
        }
        if (file.equals("-")) {
            return new Pull(Kind.BOT, path, "");
        }
        if (file.isEmpty() || file.startsWith("/") || file.contains("\\") || file.matches("(.*/)?\\.\\.(/.*)?")) {
            throw new IllegalArgumentException("found \"" + line + "\", expected a file name after " + ARROW);
        }
        return new Pull(Kind.BOT, path, file);
    }

    private static Pull history(String names) {
        try {
            Pattern.compile(names);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("found \"" + names + "\", expected a pattern of metric names", e);
        }
        return new Pull(Kind.PROMETHEUS, names, "prometheus/{name}.json");
    }

    /** {@code /api/metrics/history?minutes=60} is saved as {@code metrics_history.json}. */
    private static String named(String path) {
        String bare = path.replaceFirst("\\?.*", "").replaceFirst("^/api/", "/").replaceFirst("^/+", "");
        return FIELD.matcher(bare).find()
                ? bare + ".json"
                : (bare.isEmpty() ? "answer" : bare.replace('/', '_')) + ".json";
    }

    /** The field whose values the path runs over; empty where it is asked for once. */
    Optional<String> field() {
        Matcher field = FIELD.matcher(path);
        return kind == Kind.BOT && field.find() ? Optional.of(field.group(1)) : Optional.empty();
    }

    /** The path whose answer holds the values of the field: what stands before it. */
    String over() {
        Matcher field = FIELD.matcher(path);
        return field.find() ? path.substring(0, field.start()).replaceFirst("/$", "") : "";
    }

    /** The path without its query. */
    String bare() {
        return path.replaceFirst("\\?.*", "");
    }
}
