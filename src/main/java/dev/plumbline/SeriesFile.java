package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Spacing;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.model.Rejected;
import dev.plumbline.source.ColumnFile;
import dev.plumbline.source.Columns;
import dev.plumbline.source.SeriesColumns;
import dev.plumbline.source.SeriesKind;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One file of returns, account values or trades, measured by itself: no store is needed. */
public final class SeriesFile {

    /** Larger groups of trades are not resampled. */
    private static final int BOOTSTRAPPED = 20_000;
    /** Rows that all groups together draw, a second of work. */
    private static final long MOST_DRAWN = 400_000_000;

    private static final int LEAST_RESAMPLES = 200;

    private final FileQuestion question;
    private final ColumnFile file;
    private final SeriesColumns series;
    private final Columns columns;
    private final List<String> notes = new ArrayList<>();
    private final FileRows rows;

    private SeriesFile(FileQuestion question, ColumnFile file) {
        this.question = question;
        this.file = file;
        this.series = SeriesColumns.of(file, question.told());
        this.columns = file.read(series.fields(), series.commas(), question.zone());
        notes.addAll(series.notes());
        notes.addAll(file.notes());
        notes.addAll(columns.notes());
        this.rows = new FileRows(columns, notes);
    }

    /**
     * Reads and measures.
     *
     * @param standard what {@code -} means
     * @throws IllegalArgumentException where the file cannot be read, or is not what it is said to be
     */
    public static FileMetrics measure(FileQuestion question, InputStream standard) {
        try (ColumnFile file = ColumnFile.open(question.file(), standard, question.hashed())) {
            return new SeriesFile(question, file).answer();
        }
    }

    private FileMetrics answer() {
        if (columns.size() == 0 && columns.rows() > 0) {
            Rejected first = columns.rejected().get(0);
            throw new IllegalArgumentException(
                    first + " (none of " + FileRows.counted(columns.rows(), "row") + " could be read)");
        }
        if (columns.rows() == 0) {
            notes.add("it has a header and no rows");
        }
        return series.kind() == SeriesKind.TRADES ? trades() : series();
    }

    private FileMetrics trades() {
        if (columns.has(SeriesColumns.BENCHMARK)) {
            throw new IllegalArgumentException(
                    "--benchmark: " + file.name() + " holds trades, which have no returns to compare");
        }
        FileTrades trades = new FileTrades(columns, rows);
        ZoneId zone = question.zone();
        int[] used = trades.used();
        Period period = period(trades.exits(), used);
        Map<String, int[]> groups = columns.has(SeriesColumns.GROUP) ? rows.groups(used) : Map.of();
        FileSamples whole = FileSamples.of(trades.of(used, period, zone), trades.fees(used, period));
        return answer(
                used,
                trades.exits(),
                Optional.of(whole),
                whole,
                groups,
                part -> FileSamples.of(trades.of(part, period, zone), trades.fees(part, period)));
    }

    private FileMetrics series() {
        double scale = series.perCent() ? 0.01 : 1;
        if (series.perCent()) {
            notes.add("its header says per cent: returns are divided by 100");
        }
        FileSeries values = new FileSeries(columns, rows, series.kind(), scale, question.zone());
        int[] used = values.used(file.name());
        OptionalDouble given = question.conventions().periodsPerYear();
        if (!columns.has(SeriesColumns.GROUP)) {
            oneSeries(values, used);
            int[] kept = values.inOrder(used);
            rows.tellDuplicates();
            FileSamples whole = values.samples(kept, period(values.times(), kept), given);
            gaps(whole.spacing(), values.times(), kept);
            return answer(kept, values.times(), Optional.of(whole), whole, Map.of(), part -> whole);
        }
        Map<String, int[]> groups = new LinkedHashMap<>();
        rows.groups(used).forEach((name, part) -> groups.put(name, values.inOrder(part)));
        rows.tellDuplicates();
        int[] all = groups.values().stream().flatMapToInt(Arrays::stream).toArray();
        int[] ordered = TimeOrder.sorted(values.times(), all);
        boolean one = series.kind() == SeriesKind.RETURNS && !values.repeats(ordered);
        if (!one) {
            notes.add("each group is a series of its own; the whole is none and is not measured");
        }
        Period period = period(values.times(), ordered);
        FileSamples first = values.samples(
                groups.isEmpty() ? new int[0] : groups.values().iterator().next(), period, given);
        return answer(
                ordered,
                values.times(),
                one ? Optional.of(values.samples(ordered, period, given)) : Optional.empty(),
                first,
                groups,
                part -> values.samples(part, period, given));
    }

    /** What belongs to several accounts is not one series. */
    private void oneSeries(FileSeries values, int[] used) {
        for (String name : List.of("agent", "account", "symbol", "currency")) {
            List<String> words = rows.words(name, used);
            if (words.size() > 1 && (series.kind() == SeriesKind.EQUITY || values.repeats(used))) {
                throw new IllegalArgumentException(
                        file.name() + ": " + series.kind().words() + " of several "
                                + (name.equals("currency") ? "currencies" : name + "s") + " ("
                                + String.join(", ", words.subList(0, Math.min(3, words.size())))
                                + (words.size() > 3 ? ", …" : "") + "), which are not one series: ask --by "
                                + file.header()
                                        .get(series.fields().stream()
                                                .filter(field -> field.name().equals(name))
                                                .findFirst()
                                                .orElseThrow()
                                                .place()));
            }
        }
    }

    private static Period period(long[] times, int[] used) {
        return used.length == 0
                ? Period.of(Instant.EPOCH, Instant.EPOCH)
                : Period.of(Period.instant(times[used[0]]), Period.instant(times[used[used.length - 1]] + 1));
    }

    /** Where a series has holes, a reader should know; weekends of a series without them are none. */
    private void gaps(Spacing spacing, long[] times, int[] used) {
        double usual = spacing.seconds() * 1e6;
        double most = usual * (spacing.weekdays() ? 3.5 : 1.5);
        int count = 0;
        int longest = 0;
        for (int i = 1; i < used.length; i++) {
            if (times[used[i]] - times[used[i - 1]] > most) {
                count++;
                longest = longest == 0 || gap(times, used, i) > gap(times, used, longest) ? i : longest;
            }
        }
        if (count > 0) {
            notes.add(FileRows.counted(count, "gap") + ", the longest of "
                    + Unit.SECONDS.format(gap(times, used, longest) / 1e6) + " after "
                    + Period.instant(times[used[longest - 1]]) + ": nothing is filled in");
        }
    }

    private static long gap(long[] times, int[] used, int i) {
        return times[used[i]] - times[used[i - 1]];
    }

    private record Part(List<Measurement> measured, FileTables tables) {}

    private Part part(FileSamples samples, List<? extends Metric<?>> asked, Conventions conventions) {
        List<? extends Metric<?>> named = question.metrics().isEmpty() ? List.of() : asked;
        return new Part(samples.measure(asked, conventions), samples.tables(question.tables(), named, conventions));
    }

    private FileMetrics answer(
            int[] used,
            long[] times,
            Optional<FileSamples> whole,
            FileSamples typical,
            Map<String, int[]> groups,
            Function<int[], FileSamples> part) {
        Conventions conventions = question.conventions();
        List<? extends Metric<?>> asked = question.metrics().isEmpty()
                ? typical.answers()
                : question.metrics().stream().map(Metrics::byId).toList();
        List<String> names = List.copyOf(groups.keySet());
        Conventions fewer = each(conventions, groups);
        Set<OptionalDouble> spaced = ConcurrentHashMap.newKeySet();
        // the whole is a part like the others, so that no thread waits for it
        List<Part> parts = IntStream.rangeClosed(0, names.size())
                .parallel()
                .mapToObj(i -> {
                    if (i == 0) {
                        return whole.map(samples -> part(samples, asked, conventions))
                                .orElse(new Part(
                                        List.of(),
                                        FileTables.none(
                                                question.tables().any() ? "each group is a series of its own" : "")));
                    }
                    FileSamples samples = part.apply(groups.get(names.get(i - 1)));
                    spaced.add(samples.spacing().periodsPerYear());
                    return part(samples, asked, fewer);
                })
                .toList();
        Map<String, List<Measurement>> byName = new LinkedHashMap<>();
        Map<String, FileTables> tables = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), parts.get(i + 1).measured());
            if (question.tables().any()) {
                tables.put(names.get(i), parts.get(i + 1).tables());
            }
        }
        OptionalDouble given = conventions.periodsPerYear();
        boolean differ = given.isEmpty() && spaced.size() > 1;
        if (differ) {
            notes.add("the periods of a year differ between groups: each has its own");
        }
        OptionalDouble periods = series.kind() == SeriesKind.TRADES || differ
                ? OptionalDouble.empty()
                : given.isPresent() ? given : typical.spacing().periodsPerYear();
        FileMetrics.Input input = new FileMetrics.Input(
                file.name(),
                series.kind(),
                columns.rows(),
                used.length,
                used.length == 0 ? Optional.empty() : Optional.of(Period.instant(times[used[0]])),
                used.length == 0 ? Optional.empty() : Optional.of(Period.instant(times[used[used.length - 1]])),
                periods,
                periods.isEmpty() ? "" : given.isPresent() ? "as told" : spacing(typical.spacing()),
                file.sha256(),
                notes);
        return new FileMetrics(
                input,
                parts.get(0).measured(),
                byName,
                parts.get(0).tables(),
                tables,
                columns.rejected(),
                columns.rejections());
    }

    /** Bootstraps of many groups draw fewer resamples each, as their method then says. */
    private static Conventions each(Conventions conventions, Map<String, int[]> groups) {
        long rows = groups.values().stream()
                .mapToLong(part -> part.length)
                .filter(n -> n <= BOOTSTRAPPED)
                .sum();
        long most = MOST_DRAWN / Math.max(1, rows);
        return most >= conventions.resamples()
                ? conventions
                : conventions.withResamples((int) Math.max(LEAST_RESAMPLES, most));
    }

    private static String spacing(Spacing spacing) {
        return "from the median gap of " + Unit.SECONDS.format(spacing.seconds())
                + (spacing.weekdays() ? ", no weekend days" : "");
    }
}
