package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.metric.Metrics;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each metric means, as {@code docs/metrics.md} has it, which is made from the code. */
record MetricList(List<Entry> entries) {

    private static final Pattern SECTION = Pattern.compile("(?m)^### ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\|$");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern PART = Pattern.compile("(?m)^\\*\\*([\\w ]+)\\.\\*\\* (.*)$");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)]*)\\)");

    /**
     * One metric.
     *
     * @param undefined what comes back where there is little or nothing
     */
    record Entry(
            String id,
            String title,
            String about,
            String formula,
            String unit,
            String particulars,
            String conventions,
            String undefined,
            String source) {}

    static MetricList read() throws IOException {
        String page = Files.readString(Queries.home().resolve("docs/metrics.md"));
        List<Entry> entries = new ArrayList<>();
        for (String section : SECTION.split(page, -1)) {
            Map<String, String> parts = new HashMap<>();
            for (Matcher part = PART.matcher(section); part.find(); ) {
                parts.put(part.group(1), plain(part.group(2)));
            }
            String about = section.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            for (Matcher row = ROW.matcher(section); row.find(); ) {
                String[] cells = BAR.split(row.group(2), -1);
                entries.add(new Entry(
                        row.group(1),
                        plain(cells[0]),
                        plain(about),
                        plain(cells[1]),
                        plain(cells[2]),
                        cells.length > 3 ? plain(cells[3]) : "",
                        join(parts.get("Unit"), parts.get("Conventions")),
                        parts.getOrDefault("Where there is little", ""),
                        parts.getOrDefault("Source", "")));
            }
        }
        return new MetricList(entries);
    }

    private static String join(@Nullable String one, @Nullable String other) {
        return one == null ? other == null ? "" : other : other == null ? one : one + " " + other;
    }

    private static String plain(String markdown) {
        return LINK.matcher(markdown)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group(1).startsWith("doi:")
                                ? "https://doi.org/" + link.group(1).substring(4)
                                : link.group(1)))
                .replace("\\|", "|")
                .replace("`", "")
                .strip();
    }

    /** Those of some ids; all where none are named. */
    MetricList only(List<String> ids) {
        ids.forEach(Metrics::byId);
        return ids.isEmpty()
                ? this
                : new MetricList(entries.stream()
                        .filter(entry -> ids.contains(entry.id()))
                        .toList());
    }

    String text(int width) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(Wrapped.lines(entry.id() + " (" + entry.unit() + "): " + entry.title(), "    ", width));
            part(text, "formula", entry.formula(), width);
            part(text, "particulars", entry.particulars().equals(entry.formula()) ? "" : entry.particulars(), width);
            part(text, "conventions", entry.conventions(), width);
            part(text, "where there is little", entry.undefined(), width);
            part(text, "source", entry.source(), width);
            text.append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static void part(StringBuilder text, String label, String said, int width) {
        if (!said.isEmpty()) {
            text.append(Wrapped.lines("  " + label + ": " + said, "    ", width));
        }
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("metrics");
            for (Entry entry : entries) {
                json.writeStartObject();
                json.writeStringField("id", entry.id());
                json.writeStringField("title", entry.title());
                json.writeStringField("about", entry.about());
                json.writeStringField("formula", entry.formula());
                json.writeStringField("unit", entry.unit());
                json.writeStringField("particulars", entry.particulars());
                json.writeStringField("conventions", entry.conventions());
                json.writeStringField("undefined", entry.undefined());
                json.writeStringField("source", entry.source());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
