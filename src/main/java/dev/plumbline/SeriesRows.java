package dev.plumbline;

import dev.plumbline.baseline.LookBack;
import dev.plumbline.baseline.Readings;
import dev.plumbline.baseline.Series;
import dev.plumbline.baseline.SeriesSource;
import dev.plumbline.baseline.Span;
import dev.plumbline.baseline.Track;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import dev.plumbline.store.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The series that rules watch, read from the rows of one window. */
final class SeriesRows implements SeriesSource {

    /** How far back a silence may have begun. */
    private static final long LONG_AGO = 8 * 86_400_000_000L;

    private static final long HOUR = 3_600_000_000L;
    private static final int WEEK = 7;

    private final Window window;
    private final Map<String, Rows> read = new HashMap<>();
    private final Map<Period, Window> weeks = new HashMap<>();
    private final Map<List<Object>, List<Track>> replayed = new HashMap<>();

    SeriesRows(Window window) {
        this.window = window;
    }

    @Override
    public List<Track> replayed(List<Object> rule, Supplier<List<Track>> replay) {
        List<Track> known = replayed.get(rule);
        if (known == null) {
            known = List.copyOf(replay.get());
            replayed.put(rule, known);
        }
        return known;
    }

    @Override
    public Readings read(Series series, boolean lowest) {
        long before = 2 * HOUR + 2 * series.rangeMicros();
        return switch (series.form()) {
            case VALUE -> value(series, lowest, before);
            case AGE -> age(series.names().get(0), before);
            case INCREASE, RATE -> increase(series, before);
            case COUNT, MEAN, HIGHEST, DAY_SUM, SILENCE -> things(series, before);
            case EQUITY_CHANGE, EQUITY_DAY, DRAWDOWN -> new EquityReadings(window).read(series, before);
        };
    }

    private Readings value(Series series, boolean lowest, long before) {
        Readings first = value(series.names().get(0), lowest, before);
        return series.isRatio() && first.missing().isEmpty()
                ? LookBack.ratio(first, value(series.names().get(1), lowest, before), 0, false)
                : first;
    }

    private Readings value(Series.Named named, boolean lowest, long before) {
        if (named.name().contains(" ")) {
            return state(named.name(), before);
        }
        Rows rows = rows("alerts/values", before, named.name(), label(named));
        double[] values = rows.doubles(lowest ? "low" : "high");
        return rows.isEmpty() ? absent(named.name()) : readings(rows.micros("time"), values, named.scale());
    }

    private Readings state(String name, long before) {
        Rows rows = rows("alerts/states", before, name);
        return rows.isEmpty()
                ? Readings.missing("not available: this agent’s files hold no " + name)
                : readings(rows.micros("time"), rows.doubles("value"), 1);
    }

    private static Readings readings(long[] micros, double[] values, double scale) {
        double[] scaled = Arrays.stream(values).map(value -> value * scale).toArray();
        return Readings.of(micros, scaled, Readings.usualHold(micros));
    }

    private Readings age(Series.Named named, long before) {
        Rows rows = rows("alerts/values", before, named.name(), label(named));
        if (rows.isEmpty()) {
            return absent(named.name());
        }
        long[] micros = rows.micros("time");
        double[] values = rows.doubles("high");
        double[] ages = IntStream.range(0, micros.length)
                .mapToDouble(i -> values[i] > 0 ? micros[i] / 1e6 - values[i] : Double.NaN)
                .toArray();
        return new Readings(micros, ages, 1, Readings.usualHold(micros), "");
    }

    private Readings increase(Series series, long before) {
        List<Readings> sums = new ArrayList<>();
        for (Series.Named named : series.names()) {
            Rows rows = rows("alerts/increases", before, named.name(), label(named));
            if (rows.isEmpty() && (sums.isEmpty() == series.isRatio()) && series.isRatio()) {
                // failures may never have happened; what they are a share of must be there
                sums.add(Readings.missing(""));
                continue;
            }
            if (rows.isEmpty()) {
                return absent(named.name());
            }
            sums.add(LookBack.increase(rows.micros("time"), rows.doubles("value"), series.rangeMicros()));
        }
        if (series.isRatio()) {
            boolean ever =
                    sums.get(0).size() > 0 || isKnown(series.names().get(0).name());
            return ever
                    ? LookBack.ratio(sums.get(0), sums.get(1), series.least(), true)
                    : absent(series.names().get(0).name());
        }
        Readings sum = sums.get(0);
        double seconds = series.form() == Series.Form.RATE ? series.rangeMicros() / 1e6 : 1;
        return Readings.of(
                sum.micros(),
                Arrays.stream(sum.values()).map(it -> it / seconds).toArray(),
                sum.holds());
    }

    private boolean isKnown(String name) {
        return Arrays.asList(window.workbench().monitored()).contains(name);
    }

    private Readings absent(String name) {
        return Readings.missing(
                isKnown(name)
                        ? "no data: " + name + " has no sample in this period"
                        : "not available: this agent’s files hold no " + name);
    }

    /** A label as it stands in the text of labels, as a pattern of LIKE; empty where any will do. */
    private static String label(Series.Named named) {
        return named.label().isEmpty() ? "" : "%\"" + named.label() + "\":\"" + named.value() + "\"%";
    }

    private Readings things(Series series, long before) {
        Series.Named named = series.names().get(0);
        boolean silence = series.form() == Series.Form.SILENCE;
        long back = silence ? LONG_AGO : Math.max(before, series.things() > 0 ? LONG_AGO : 0);
        Rows rows = rows(query(named), back, words(named));
        long[] micros = rows.micros("time");
        if (silence) {
            return micros.length == 0 ? none(named.name()) : Readings.since(micros);
        }
        if (micros.length == 0 && !everHappened(named)) {
            return none(named.name());
        }
        long begin = window.period().fromMicros() - back;
        double[] values = rows.doubles("value");
        String[] parts = rows.texts("part");
        long range = series.rangeMicros();
        return switch (series.form()) {
            case COUNT ->
                LookBack.without(LookBack.count(micros, parts, range, Math.max(begin, born())), unseen(range));
            case MEAN ->
                series.things() > 0
                        ? LookBack.meanOfLast(micros, values, series.things())
                        : LookBack.without(LookBack.over(micros, values, range, series.least(), false), early(range));
            case HIGHEST -> LookBack.without(LookBack.over(micros, values, range, series.least(), true), unseen(range));
            default -> LookBack.without(LookBack.daySum(micros, values, midnights()), gaps());
        };
    }

    private long born() {
        return Period.micros(window.workbench().agent().first());
    }

    /** The agent's first range: less than a whole one was seen. */
    private List<Span> early(long range) {
        return List.of(new Span(born(), born() + range));
    }

    private List<Span> unseen(long range) {
        List<Span> all = new ArrayList<>(early(range));
        all.addAll(gaps());
        return all;
    }

    /** The query of a kind of things: {@code failed orders} are in alerts/failed_orders. */
    private static String query(Series.Named named) {
        return "alerts/" + named.name().replace(' ', '_');
    }

    /** What only the queries of events ask: a label, what it says, and a pattern of the message. */
    private static Object[] words(Series.Named named) {
        return Set.of("events", "errors", "alerts").contains(named.name())
                ? new Object[] {named.label(), named.value(), named.filter()}
                : new Object[0];
    }

    private boolean everHappened(Series.Named named) {
        long all = window.period().fromMicros() - Math.min(window.period().fromMicros(), born());
        return !rows(query(named), all, words(new Series.Named(named.name(), named.label(), named.value(), 1, "")))
                .isEmpty();
    }

    private static Readings none(String name) {
        return Readings.missing("not available: this agent’s files hold no " + name);
    }

    private long[] midnights() {
        LocalDate first =
                window.period().from().atZone(window.zone()).toLocalDate().minusDays(1);
        LocalDate last = window.period().to().atZone(window.zone()).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .mapToLong(day -> Period.micros(day.atStartOfDay(window.zone()).toInstant()))
                .filter(micros -> micros >= born() - 24 * HOUR)
                .toArray();
    }

    /** Stretches without a sign of life, three times as long as usual: nobody was there to count. */
    private List<Span> gaps() {
        long[] signs = rows("alerts/signs_of_life", LONG_AGO).micros("time");
        long hold = Math.max(HOUR / 2, Readings.usualHold(signs));
        List<Span> gaps = new ArrayList<>();
        for (int i = 1; i < signs.length; i++) {
            if (signs[i] - signs[i - 1] > hold) {
                gaps.add(new Span(signs[i - 1] + hold, signs[i]));
            }
        }
        long end = window.period().toMicros();
        if (signs.length > 0 && end - signs[signs.length - 1] > hold) {
            gaps.add(new Span(signs[signs.length - 1] + hold, end));
        }
        return gaps;
    }

    @Override
    public Readings daily(Metric<?> metric, Slice slice, long minN, long minDays) {
        List<LocalDate> days = window.period().dates(window.zone());
        List<Long> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        String because = "";
        for (LocalDate day : days) {
            Instant end = day.plusDays(1).atStartOfDay(window.zone()).toInstant();
            long length = Math.max(WEEK, minDays);
            Instant from = day.plusDays(1)
                    .minusDays(length)
                    .atStartOfDay(window.zone())
                    .toInstant();
            if (end.isAfter(window.period().to().plus(1, ChronoUnit.DAYS))) {
                continue;
            }
            Measurement measured = weeks.computeIfAbsent(
                            Period.of(from, end), it -> window.workbench().between(it))
                    .measure(metric, slice);
            boolean whole = Period.micros(from) >= born() - 24 * HOUR;
            boolean enough = measured.isDefined() && measured.n() >= minN && (minDays == 0 || whole);
            because = measured.because().orElse(because);
            times.add(Period.micros(day.atStartOfDay(window.zone()).toInstant()));
            values.add(enough ? measured.value().orElseThrow() : Double.NaN);
        }
        if (values.stream().allMatch(value -> value.isNaN())) {
            return Readings.missing(because.isEmpty() ? "too little in any week" : because);
        }
        return Readings.of(
                times.stream().mapToLong(Long::longValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                26 * HOUR);
    }

    @Override
    public List<Period> weeks() {
        List<Period> all = new ArrayList<>();
        for (LocalDate day : window.period().dates(window.zone())) {
            Instant end = day.plusDays(1).atStartOfDay(window.zone()).toInstant();
            Instant from =
                    day.plusDays(1).minusDays(WEEK).atStartOfDay(window.zone()).toInstant();
            boolean ended = !end.isAfter(window.period().to());
            if (ended && Period.micros(from.minus(WEEK, ChronoUnit.DAYS)) >= born() - 24 * HOUR) {
                all.add(Period.of(from, end));
            }
        }
        return all;
    }

    @Override
    public List<Measurement> measured(Period period, Metric<?> metric, String dimension) {
        Window over = weeks.computeIfAbsent(period, it -> window.workbench().between(it));
        return dimension.isEmpty()
                ? List.of(over.measure(metric))
                : over.by(dimension).measure(metric).rows();
    }

    @Override
    public List<Slice> slices(Metric<?> metric, String dimension) {
        return window.by(dimension).measure(metric).rows().stream()
                .map(Measurement::slice)
                .distinct()
                .toList();
    }

    @Override
    public ZoneId zone() {
        return window.zone();
    }

    @Override
    public List<Span> downtime() {
        Rows rows = rows("alerts/downtime", HOUR);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Span(rows.micros("time")[i], rows.micros("until")[i]))
                .toList();
    }

    @Override
    public long[] own(String pattern) {
        Rows rows = rows("alerts/own", 0);
        Pattern sought = Pattern.compile(pattern);
        return IntStream.range(0, rows.size())
                .filter(i -> sought.matcher(rows.texts("message")[i]).find()
                        || sought.matcher(rows.texts("data")[i]).find())
                .mapToLong(i -> rows.micros("time")[i])
                .toArray();
    }

    /** Rows of a query over the scope, the period with so much before it, and further parameters. */
    private Rows rows(String query, long before, Object... further) {
        Period reached = Period.of(
                window.period().from().minus(before, ChronoUnit.MICROS),
                window.period().to());
        return read.computeIfAbsent(
                query + before + Arrays.toString(further),
                key -> window.workbench().own().query(query, window.scope(), reached, further));
    }
}
