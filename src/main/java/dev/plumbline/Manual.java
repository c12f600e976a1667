package dev.plumbline;

import dev.plumbline.model.EditDistance;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a word of the shell means: a call, as its Javadoc in the installation's sources has it, or a metric, as
 * {@code docs/metrics.md} has it.
 */
record Manual(Map<String, List<String>> entries) {

    private static final List<String> TYPES = List.of("Workbench", "Window", "Sliced", "Charts", "Show");
    private static final Pattern CALL = Pattern.compile(
            "(?s)(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?(?:@\\w+\\s+)*\n    public (?:static |final )*(?:<[^>]+> )?(?!class|record|enum)"
                    + "([\\w<>\\[\\], .?]+ (\\w+)\\([^)]*\\))");
    private static final Pattern METRIC = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\|$");

    static Manual of(Path home) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        for (String type : TYPES) {
            Matcher call = CALL.matcher(read(home.resolve("src/main/java/dev/plumbline/" + type + ".java")));
            while (call.find()) {
                String said = call.group(1) == null ? "" : "\n    " + plain(call.group(1));
                add(entries, call.group(3), type + ": " + call.group(2).replaceAll("\\s+", " ") + said);
            }
        }
        Matcher metric = METRIC.matcher(read(home.resolve("docs/metrics.md")));
        while (metric.find()) {
            String[] cells = metric.group(2).split("(?<!\\\\)\\|", -1);
            add(
                    entries,
                    metric.group(1),
                    metric.group(1).toUpperCase(Locale.ROOT) + ": " + mark(cells[0]) + "\n    " + mark(cells[1])
                            + (cells.length > 2 ? "\n    unit: " + mark(cells[2]) : ""));
        }
        return new Manual(entries);
    }

    static Manual ofInstallation() {
        return of(Queries.home());
    }

    /** What is known of a word; where there is nothing, the words that were probably meant. */
    String about(String word) {
        String name = word.strip().replaceFirst("\\(.*", "").replaceFirst(".*\\.", "");
        List<String> found = new ArrayList<>();
        entries.forEach((key, texts) -> {
            if (key.equalsIgnoreCase(name)) {
                found.addAll(texts);
            }
        });
        return found.isEmpty()
                ? "nothing is known of \"" + name + "\"; nearest: "
                        + String.join(", ", EditDistance.nearest(name.toLowerCase(Locale.ROOT), entries.keySet(), 4))
                : String.join("\n", found);
    }

    private static void add(Map<String, List<String>> entries, String name, String text) {
        entries.computeIfAbsent(name, unseen -> new ArrayList<>()).add(text);
    }

    /** Javadoc as text. */
    private static String plain(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@\\w+ ([^}]*)\\}", "$1")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replaceAll("\\s*\\n\\s*", " ")
                .replaceAll(" @(param|return|throws) ", "\n    $1 ")
                .strip();
    }

    private static String mark(String cell) {
        return cell.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replace("\\|", "|")
                .replace("`", "")
                .strip();
    }

    /** Nothing where there are no sources. */
    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }
}
