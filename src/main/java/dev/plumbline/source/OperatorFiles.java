package dev.plumbline.source;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What only the operator knows, from files of the data folder that are read whenever its store is opened: {@code flows.csv}
 * (deposits and withdrawals), {@code changes.yaml} (deployments, parameters, planned downtime), {@code rates.csv} (what a
 * currency was worth) and {@code targets:} in {@code sources.yaml}. All are optional.
 */
public record OperatorFiles(List<Flow> flows, List<Change> changes, List<Rate> rates, List<Target> targets) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> KINDS = List.of("deployment", "parameter", "downtime", "note");
    private static final List<String> CHANGE_KEYS = List.of("at", "kind", "text", "until", "system", "agent");
    private static final List<String> TARGET_KEYS =
            List.of("agent", "system", "daily_pnl", "weekly_pnl", "monthly_pnl", "daily_loss");

    /**
     * A deposit, or a withdrawal.
     *
     * @param from    UTC; of a flow that names a day only, its beginning
     * @param to      the same as {@code from}, or the end of the day
     * @param amount  in currency; positive is a deposit
     * @param system  empty where any
     * @param agent   empty where any
     * @param account empty where any
     */
    public record Flow(
            String place,
            LocalDateTime from,
            LocalDateTime to,
            double amount,
            String currency,
            String system,
            String agent,
            String account,
            String note) {}

    /** A change that somebody recorded; until is empty but for downtime, system and agent where it concerns all. */
    public record Change(
            LocalDateTime at, String kind, String text, Optional<LocalDateTime> until, String system, String agent) {}

    /** What one unit of a currency was worth in another from a time on, until the next rate. */
    public record Rate(LocalDateTime from, String currency, String to, double rate) {}

    /** What an operator wants of an agent; amounts by the words daily_pnl, weekly_pnl, monthly_pnl and daily_loss. */
    public record Target(String system, String agent, Map<String, Double> amounts) {
        public Target {
            amounts = Map.copyOf(amounts);
        }
    }

    public OperatorFiles {
        flows = List.copyOf(flows);
        changes = List.copyOf(changes);
        rates = List.copyOf(rates);
        targets = List.copyOf(targets);
    }

    /**
     * What there is in a data folder.
     *
     * @throws IllegalArgumentException where a file cannot be understood: one line with file and line
     */
    public static OperatorFiles read(Path data) {
        return new OperatorFiles(
                flows(data.resolve("flows.csv")),
                changes(data.resolve("changes.yaml")),
                rates(data.resolve("rates.csv")),
                targets(data.resolve("sources.yaml")));
    }

    private static List<Flow> flows(Path file) {
        List<Flow> flows = new ArrayList<>();
        for (Line line :
                lines(file, List.of("time", "amount"), List.of("currency", "system", "agent", "account", "note"))) {
            String time = line.text("time");
            LocalDateTime from = time(line.place(), "time", time);
            flows.add(new Flow(
                    line.place(),
                    from,
                    DAY.matcher(time).matches() ? from.plusDays(1) : from,
                    line.number("amount"),
                    line.text("currency").toUpperCase(Locale.ROOT),
                    line.text("system"),
                    line.text("agent"),
                    line.text("account"),
                    line.text("note")));
        }
        return flows;
    }

    private static List<Rate> rates(Path file) {
        List<Rate> rates = new ArrayList<>();
        for (Line line : lines(file, List.of("time", "from", "to", "rate"), List.of())) {
            double rate = line.number("rate");
            if (!(rate > 0)) {
                throw new IllegalArgumentException(
                        line.place() + ": rate is \"" + line.text("rate") + "\": a number above 0 was expected");
            }
            rates.add(new Rate(
                    time(line.place(), "time", line.text("time")),
                    line.text("from").toUpperCase(Locale.ROOT),
                    line.text("to").toUpperCase(Locale.ROOT),
                    rate));
        }
        return rates;
    }

    private static List<Change> changes(Path file) {
        List<Change> changes = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return changes;
        }
        for (YamlEntries.Entry entry : YamlEntries.read(file, "changes", List.of(), CHANGE_KEYS)) {
            String place = file + ":" + entry.line();
            String kind = entry.text("kind").orElse("note");
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(
                        place + ": kind is \"" + kind + "\": one of " + String.join(", ", KINDS) + " was expected");
            }
            LocalDateTime at = time(place, "at", entry.text("at").orElse(""));
            Optional<LocalDateTime> until = entry.text("until").map(text -> time(place, "until", text));
            if (kind.equals("downtime") && until.filter(end -> end.isAfter(at)).isEmpty()) {
                throw new IllegalArgumentException(place + ": planned downtime needs an \"until\" after its \"at\"");
            }
            changes.add(new Change(
                    at,
                    kind,
                    entry.text("text").orElse(""),
                    until,
                    entry.text("system").orElse(""),
                    entry.text("agent").orElse("")));
        }
        return changes;
    }

    /**
     * Adds a change to {@code changes.yaml} of a data folder, which is made where there is none.
     *
     * @throws IllegalArgumentException where the change, or what the file holds already, cannot be understood; the file is
     *                                  left as it was
     */
    public static void note(
            Path data, String at, String kind, String text, Optional<String> until, Optional<String> agent)
            throws IOException {
        Path file = data.resolve("changes.yaml");
        String before = Files.isRegularFile(file) ? Files.readString(file) : "changes:\n";
        StringBuilder entry = new StringBuilder(before.endsWith("\n") ? "" : "\n");
        entry.append("  - at: ").append(quoted(at)).append('\n');
        entry.append("    kind: ").append(quoted(kind)).append('\n');
        entry.append("    text: ").append(quoted(text)).append('\n');
        until.ifPresent(end -> entry.append("    until: ").append(quoted(end)).append('\n'));
        agent.ifPresent(name -> entry.append("    agent: ").append(quoted(name)).append('\n'));
        Files.createDirectories(data);
        Path next = Files.writeString(data.resolve("changes.yaml.next"), before + entry);
        try {
            changes(next);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IllegalArgumentException e) {
            Files.delete(next);
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage()).replace(next.toString(), file.toString()), e);
        }
    }

    /** A text as YAML reads it whatever it holds: JSON is YAML. */
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static List<Target> targets(Path file) {
        List<Target> targets = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return targets;
        }
        for (YamlEntries.Entry entry : YamlEntries.read(file, "targets", List.of("sources"), TARGET_KEYS)) {
            Map<String, Double> amounts = new HashMap<>();
            for (String key : TARGET_KEYS.subList(2, TARGET_KEYS.size())) {
                entry.text(key).ifPresent(text -> amounts.put(key, Line.number(file + ":" + entry.line(), key, text)));
            }
            targets.add(new Target(
                    entry.text("system").orElse(""), entry.text("agent").orElse(""), amounts));
        }
        return targets;
    }

    /** A line of a CSV file by its header. */
    private record Line(String place, Map<String, String> texts) {

        String text(String column) {
            return texts.getOrDefault(column, "").strip();
        }

        double number(String column) {
            return number(place, column, text(column));
        }

        static double number(String place, String what, String text) {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        place + ": " + what + " is \"" + text + "\": a number was expected", e);
            }
            throw new IllegalArgumentException(place + ": " + what + " is \"" + text + "\": a number was expected");
        }
    }

    private static List<Line> lines(Path file, List<String> needed, List<String> optional) {
        List<Line> lines = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return lines;
        }
        try (CsvReader reader = CsvReader.open(file)) {
            List<String> header = reader.next()
                    .map(row -> row.fields().stream().map(CsvKind::word).toList())
                    .orElse(List.of());
            if (!header.containsAll(needed)) {
                throw new IllegalArgumentException(file + ":1: a header with " + String.join(", ", needed)
                        + (optional.isEmpty() ? "" : " and perhaps " + String.join(", ", optional)) + " was expected");
            }
            for (Optional<CsvReader.Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                CsvReader.Row row = next.get();
                String place = file + ":" + row.line();
                if (row.fields().size() != header.size()) {
                    throw new IllegalArgumentException(place + ": "
                            + row.fields().size() + " fields, " + header.size() + " were expected as in the header");
                }
                Map<String, String> texts = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    texts.put(header.get(i), row.fields().get(i));
                }
                lines.add(new Line(place, texts));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return lines;
    }

    private static LocalDateTime time(String place, String what, String text) {
        String whole = DAY.matcher(text).matches() ? text + "T00:00:00" : text;
        return TimeReader.utc()
                .parse(whole)
                .orElseThrow(() -> new IllegalArgumentException(place + ": " + what + " is \"" + text
                        + "\": a time in UTC such as 2026-11-16T10:00:00Z, or a day, was expected"));
    }
}
