package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import dev.plumbline.model.Period;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A report that is there, as the list of reports shows it.
 *
 * @param path from the folder of the reports to the page, with slashes
 * @param over what kind of report it is, such as {@code Weekly review}
 */
public record ListedReport(String path, String over, String title, String whose, ReportSummary summary) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads the head of a report's JSON; empty when it is not a report's. */
    static Optional<ListedReport> read(String path, Path json) {
        Map<String, String> head = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(json.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("summary")) {
                    return Optional.of(of(path, head, ReportSummary.read(MAPPER.readTree(parser))));
                }
                head.put(name, parser.getValueAsString(""));
                parser.skipChildren();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static ListedReport of(String path, Map<String, String> head, ReportSummary summary) {
        String scope = PlainText.line(head.getOrDefault("scope", ""), 400);
        String[] parts = scope.split(" · ", -1);
        return new ListedReport(
                path,
                kind(PlainText.line(head.getOrDefault("over", ""), 80), path),
                PlainText.line(head.getOrDefault("title", ""), 120),
                summary.scope()
                        .map(it -> PlainText.line(it.toString(), 120))
                        .orElse(parts.length > 1 ? parts[0] + " · " + parts[1] : scope),
                summary);
    }

    private static String kind(String over, String path) {
        String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.html$", "");
        return over.isEmpty() || over.startsWith("PLUMBLINE") ? Words.capital(file.replace('-', ' ')) : over;
    }

    /** What comes back again and again: the same report of the same agent. */
    String series() {
        return over + "\n" + whose;
    }

    Optional<LocalDate> day() {
        return summary.period().map(it -> it.lastDate(ZoneOffset.UTC));
    }

    /** {@code 13–19 Nov 2026}, or the page's own title. */
    public String days() {
        return summary.period().map(ListedReport::words).orElse(title);
    }

    private static String words(Period period) {
        return period.from().equals(period.to()) ? "no days" : Words.days(period);
    }

    /** The page's address, relative to the list. */
    public String href() {
        try {
            return "./" + new URI(null, null, "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path + " cannot be linked to", e);
        }
    }

    public boolean failed() {
        return summary.failed();
    }

    /** {@code ■ red}, or that a cell failed, or that nothing was judged. */
    public String verdict() {
        if (summary.failed()) {
            return "✕ failed";
        }
        return summary.verdict().map(it -> it.glyph() + " " + it.word()).orElse("no verdict");
    }

    public String glyph() {
        return summary.failed() ? "✕" : summary.verdict().map(Verdict::glyph).orElse("·");
    }

    public String tone() {
        return summary.failed() ? "red" : summary.verdict().map(Tones::of).orElse("unknown");
    }

    /** The worst comes first; what was not judged comes last. */
    int rank() {
        return summary.failed() ? -1 : summary.verdict().map(Verdict::ordinal).orElse(Verdict.values().length);
    }

    /** The verdict's sentence without the verdict itself, which stands beside it. */
    public String headline() {
        String text = PlainText.line(summary.headline(), 160);
        int colon = text.indexOf(": ");
        return colon < 0 ? "" : Words.capital(text.substring(colon + 2));
    }
}
