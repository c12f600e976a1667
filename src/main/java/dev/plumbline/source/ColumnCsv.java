package dev.plumbline.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A CSV file as columns: its bytes are read by two threads, a file with line ends inside fields by the exact reader. */
final class ColumnCsv implements ColumnFormat {

    /** Files from this size on are worth a second thread. */
    private static final long BIG = 1 << 20;

    private static final int THREADS = 2;

    private final Path path;
    private final String shown;
    private final List<String> header;
    private final List<List<String>> sample;
    private final char delimiter;
    private final List<String> notes = new ArrayList<>();

    private ColumnCsv(Path path, String shown, List<String> header, List<List<String>> sample, char delimiter) {
        this.path = path;
        this.shown = shown;
        this.header = header;
        this.sample = sample;
        this.delimiter = delimiter;
    }

    static ColumnCsv open(Path path, String shown) throws IOException {
        try (CsvReader reader = CsvReader.open(path)) {
            List<String> header = reader.next().map(CsvReader.Row::fields).orElse(List.of());
            List<List<String>> sample = new ArrayList<>();
            for (Optional<CsvReader.Row> row = reader.next();
                    row.isPresent() && sample.size() < ColumnFile.SAMPLE;
                    row = reader.next()) {
                if (row.get().fields().size() == header.size()) {
                    sample.add(row.get().fields());
                }
            }
            return new ColumnCsv(path, shown, header, sample, reader.delimiter());
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<List<String>> sample() {
        return sample;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Columns read(List<Field> fields, boolean commas, ZoneId zone) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            long size = channel.size();
            int parts = size < BIG ? 1 : THREADS;
            List<CsvRange> ranges = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                ColumnBlock block = new ColumnBlock(shown, fields, commas, zone, expected(size / parts));
                ranges.add(new CsvRange(
                        channel, size * i / parts, size * (i + 1) / parts, delimiter, header.size(), fields, block));
            }
            together(ranges);
            if (ranges.stream().anyMatch(CsvRange::doubtful)) {
                return exactly(fields, commas, zone);
            }
            List<Long> before = new ArrayList<>();
            long lines = 0;
            for (CsvRange range : ranges) {
                before.add(lines);
                lines += range.lines();
            }
            incomplete(ranges.get(parts - 1).incomplete());
            return Columns.of(fields, ranges.stream().map(CsvRange::block).toList(), before);
        }
    }

    private static void together(List<CsvRange> ranges) throws IOException {
        if (ranges.size() == 1) {
            ranges.get(0).read();
            return;
        }
        ExecutorService others = Executors.newFixedThreadPool(ranges.size() - 1);
        try {
            List<Future<CsvRange>> running = ranges.stream()
                    .skip(1)
                    .map(range -> others.submit(range::read))
                    .toList();
            ranges.get(0).read();
            for (Future<CsvRange> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } finally {
            others.shutdownNow();
        }
    }

    /** About how many rows so many bytes hold, a little more rather than fewer. */
    private int expected(long bytes) {
        long length = sample.stream()
                .mapToLong(row ->
                        row.stream().mapToLong(field -> field.length() + 1).sum())
                .sum();
        double each = sample.isEmpty() ? 16 : Math.max(2, (double) length / sample.size());
        return (int) Math.min(Integer.MAX_VALUE / 4.0, bytes / each * 1.05 + 16);
    }

    private Columns exactly(List<Field> fields, boolean commas, ZoneId zone) throws IOException {
        ColumnBlock block = new ColumnBlock(shown, fields, commas, zone, 1_024);
        TextRow text = new TextRow(fields);
        try (CsvReader reader = CsvReader.open(path)) {
            reader.next();
            for (Optional<CsvReader.Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                CsvReader.Row row = next.get();
                int found = row.fields().size();
                boolean fits = found == header.size()
                        || (found > header.size()
                                && row.fields().subList(header.size(), found).stream()
                                        .allMatch(String::isBlank));
                if (fits) {
                    text.add(block, row.line(), row.fields()::get);
                } else if (row.complete()) {
                    block.unfit(
                            row.line(),
                            String.join(String.valueOf(delimiter), row.fields()),
                            found == 0
                                    ? "a quotation mark is not closed; the line is left out"
                                    : found + (found == 1 ? " field, " : " fields, ") + header.size()
                                            + " were expected as in the header; the line is left out");
                } else {
                    incomplete(true);
                }
            }
        }
        return Columns.of(fields, List.of(block), List.of(0L));
    }

    private void incomplete(boolean is) {
        if (is) {
            notes.add("its last line is incomplete and left out");
        }
    }
}
