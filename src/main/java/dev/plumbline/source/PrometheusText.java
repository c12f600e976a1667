package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus' text exposition into one table of {@code raw}: a row a sample, with the columns file, line, position, time,
 * metric, labels (a JSON object with sorted names), type (as its {@code # TYPE} says) and value.
 *
 * <p>A line that cannot be used costs itself. Samples without a timestamp are filed at the time of the snapshot, see
 * {@link WrittenTime}. Of samples with the same metric, labels and time the first stays.
 */
final class PrometheusText {

    private static final List<String> PARTS = List.of("_bucket", "_sum", "_count", "_total", "_created", "_info");

    private final FileKind kind;
    private final Staging staging;
    private final Rejections rejections;
    private final FirstFew undated = new FirstFew();
    private final FewNotes mended = new FewNotes();
    private final FewNotes disguised = new FewNotes();
    private final FewNotes repeated = new FewNotes();
    private long position;

    private PrometheusText(FileKind kind, Staging staging, Rejections rejections) {
        this.kind = kind;
        this.staging = staging;
        this.rejections = rejections;
    }

    /**
     * Whether bytes are the beginning of an exposition that has these metrics. A {@code # TYPE} decides; without one, and
     * where no metrics are asked for, a {@code # HELP} has to be there: any list of words and numbers has samples.
     *
     * @param has metrics that all must be there
     * @param any of these at least one; none where that is not asked
     * @param not of these none
     */
    static boolean looksLike(byte[] head, Set<String> has, Set<String> any, Set<String> not) {
        Set<String> metrics = new HashSet<>();
        int samples = 0;
        int others = 0;
        boolean typed = false;
        boolean told = false;
        String text = new String(head, StandardCharsets.UTF_8);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            if (line.stripLeading().startsWith("#")) {
                Optional<PrometheusTextComment.Told> metric = PrometheusTextComment.told(line);
                told |= metric.isPresent();
                typed |= metric.filter(PrometheusTextComment.Told::known).isPresent();
                metric.ifPresent(said -> metrics.add(said.metric()));
                PrometheusTextComment.disguised(line)
                        .ifPresent(said -> metrics.add(said.sample().metric()));
                continue;
            }
            try {
                metrics.add(PrometheusTextLine.parse(line).metric());
                samples++;
            } catch (PrometheusTextLine.Malformed e) {
                others++;
            }
        }
        boolean asked = !has.isEmpty() || !any.isEmpty();
        return (typed || ((told || asked) && samples >= others))
                && metrics.containsAll(has)
                && (any.isEmpty() || any.stream().anyMatch(metrics::contains))
                && not.stream().noneMatch(metrics::contains);
    }

    static void run(List<SourceFile> files, FileKind kind, Staging staging, Rejections rejections) {
        new PrometheusText(kind, staging, rejections).run(files);
    }

    private void run(List<SourceFile> files) {
        try (DuckDBAppender to = staging.appender(kind.table())) {
            for (SourceFile file : files) {
                new Reading(file, to).all();
            }
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw." + kind.table(), e);
        }
        if (undated.count() > 0) {
            rejections.note(WrittenTime.note(undated));
        }
        keepFirst();
        for (FewNotes notes : List.of(mended, disguised, repeated)) {
            notes.tell(rejections);
        }
    }

    /** Samples that are there twice would be two values of one series at one time. */
    private void keepFirst() {
        String table = "raw." + DuckDb.identifier(kind.table());
        Rows rows = staging.select("repeated samples", """
                WITH repeated AS (
                    SELECT file, metric, labels, MIN(line) AS first_line, COUNT(*) - 1 AS n, MAX(line) AS last_line,
                           COUNT(DISTINCT value) > 1 AS differ
                    FROM %s GROUP BY file, metric, labels, time HAVING COUNT(*) > 1
                )
                SELECT file, SUM(n) AS n, COUNT(*) FILTER (differ) AS differ,
                       string_agg(metric || ' (lines ' || first_line || ' and ' || last_line || ')', ', ' ORDER BY first_line)
                           FILTER (place <= %d) AS places
                FROM (SELECT *, row_number() OVER (PARTITION BY file ORDER BY first_line) AS place FROM repeated)
                GROUP BY file ORDER BY file
                """.formatted(table, FirstFew.NAMED));
        for (int i = 0; i < rows.size(); i++) {
            long n = (long) rows.doubles("n")[i];
            repeated.add(rows.texts("file")[i] + ": " + n + (n == 1 ? " sample is" : " samples are")
                    + " there again with the same labels" + (rows.doubles("differ")[i] > 0 ? " and another value" : "")
                    + "; the first is kept: " + rows.texts("places")[i]
                    + (n > FirstFew.NAMED ? " …" : ""));
        }
        if (!rows.isEmpty()) {
            DuckDb.update(
                    staging.connection(),
                    "repeated samples",
                    "DELETE FROM " + table + " WHERE rowid NOT IN (SELECT arg_min(rowid, position) FROM " + table
                            + " GROUP BY file, metric, labels, time)");
        }
    }

    /** One file while it is read. */
    private final class Reading {
        private final SourceFile file;
        private final DuckDBAppender to;
        private final Map<String, String> types = new HashMap<>();
        private final FirstFew mendedLines = new FirstFew();
        private final FirstFew disguisedLines = new FirstFew();
        private @Nullable WrittenTime written;

        Reading(SourceFile file, DuckDBAppender to) {
            this.file = file;
            this.to = to;
        }

        void all() throws SQLException {
            try (TextLines lines = TextLines.open(file.path())) {
                for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                    TextLines.Line line = next.get();
                    if (line.text().isBlank()) {
                        continue;
                    }
                    if (line.text().stripLeading().startsWith("#")) {
                        comment(line);
                    } else if (line.complete() && !line.cut()) {
                        sample(line);
                    } else {
                        reject(line, 0, "a line end was expected: the file is cut off here, or still being written");
                    }
                }
            } catch (IOException e) {
                rejections.reject(Rejected.file(file.shown(), "cannot be read: " + e.getMessage()));
            }
            note(mended, mendedLines, "written like name{…}_count or name{…}{…}; read as name_count{…} and name{…, …}");
            note(
                    disguised,
                    disguisedLines,
                    "written as comments (# COUNTER name value); a Prometheus server sees none of them");
        }

        private void note(FewNotes notes, FirstFew lines, String what) {
            if (lines.count() > 0) {
                notes.add(file.shown() + ": " + lines.counted("sample is ", "samples are ") + what + ": "
                        + (lines.count() == 1 ? "line " : "lines ") + lines);
            }
        }

        private void comment(TextLines.Line line) throws IOException, SQLException {
            Optional<PrometheusTextComment.Told> told = PrometheusTextComment.told(line.text());
            if (told.isPresent() && !told.get().type().isEmpty()) {
                PrometheusTextComment.Told type = told.get();
                if (!type.known()) {
                    reject(line, 0, "counter, gauge, histogram, summary or untyped was expected");
                } else if (types.putIfAbsent(type.metric(), type.type()) != null) {
                    reject(line, 0, "a type has been told before: once was expected");
                }
                return;
            }
            Optional<PrometheusTextComment.Disguised> sample =
                    line.complete() ? PrometheusTextComment.disguised(line.text()) : Optional.empty();
            if (sample.isPresent()) {
                disguisedLines.add(String.valueOf(line.number()));
                append(line, sample.get().sample(), sample.get().type());
            }
        }

        private void sample(TextLines.Line line) throws IOException, SQLException {
            PrometheusTextLine.Sample sample;
            try {
                sample = PrometheusTextLine.parse(line.text());
            } catch (PrometheusTextLine.Malformed e) {
                reject(line, e.column(), String.valueOf(e.getMessage()));
                return;
            }
            if (sample.mended()) {
                mendedLines.add(String.valueOf(line.number()));
            }
            append(line, sample, type(sample.metric()));
        }

        /** A part of a histogram or summary has the type of the whole. */
        private @Nullable String type(String metric) {
            String own = types.get(metric);
            if (own != null) {
                return own;
            }
            for (String part : PARTS) {
                if (metric.endsWith(part)) {
                    return types.get(metric.substring(0, metric.length() - part.length()));
                }
            }
            return null;
        }

        private void append(TextLines.Line line, PrometheusTextLine.Sample sample, @Nullable String type)
                throws IOException, SQLException {
            LocalDateTime time = sample.time().isPresent() ? sample.time().get() : taken();
            to.beginRow();
            to.append(file.shown());
            to.append(line.number());
            to.append(position++);
            to.append(time);
            to.append(sample.metric());
            to.append(json(sample.labels()));
            if (type == null) {
                to.appendNull();
            } else {
                to.append(type);
            }
            to.append(sample.value());
            to.endRow();
        }

        /** When the snapshot was taken. */
        private LocalDateTime taken() {
            WrittenTime known = written;
            if (known == null) {
                known = WrittenTime.of(file.path());
                written = known;
                if (known.said() == WrittenTime.Said.NOWHERE) {
                    undated.add(file.shown() + " (" + known.time() + ")");
                }
            }
            return known.time();
        }

        private void reject(TextLines.Line line, int column, String reason) {
            rejections.reject(new Rejected(file.shown(), line.number(), column, line.text(), reason));
        }
    }

    private static String json(Map<String, String> labels) throws IOException {
        if (labels.isEmpty()) {
            return "{}";
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator to = JsonFile.JSON.createGenerator(text)) {
            to.writeStartObject();
            for (Map.Entry<String, String> label : labels.entrySet()) {
                to.writeStringField(label.getKey(), label.getValue());
            }
            to.writeEndObject();
        }
        return text.toString();
    }
}
