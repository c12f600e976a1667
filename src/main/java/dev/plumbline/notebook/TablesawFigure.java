package dev.plumbline.notebook;

import dev.plumbline.chart.Chart;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.Period;
import dev.plumbline.report.Block;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A Tablesaw figure as a chart of ours: its traces and titles. Its own page loads scripts from elsewhere and lets text run
 * as one. Apart from {@link Rendering}, so that the library is loaded only for its values.
 */
final class TablesawFigure {

    private static final List<Tone> TONES = List.of(Tone.MAIN, Tone.SECOND, Tone.THIRD, Tone.FOURTH, Tone.FIFTH);

    private final Figure figure;
    private final List<TablesawTrace> drawn = new ArrayList<>();
    private final TreeSet<String> left = new TreeSet<>();
    private final Map<String, Integer> words = new LinkedHashMap<>();

    private TablesawFigure(Figure figure) {
        this.figure = figure;
        int n = 0;
        for (Trace trace : figure.getTraces()) {
            TablesawTrace.of(trace, ++n).ifPresentOrElse(drawn::add, () -> left.add(TablesawTrace.word(trace)));
        }
        drawn.stream()
                .flatMap(trace -> trace.x().stream())
                .forEach(x -> words.putIfAbsent(Plain.text(x), words.size()));
    }

    static Block of(Object value) {
        TablesawFigure read = new TablesawFigure((Figure) value);
        return read.drawn.isEmpty()
                ? new Block.Prose("*A Tablesaw figure of the kind " + String.join(", ", read.left)
                        + " is not drawn here: lines, points, areas, bars, pies and histograms are; or use Charts, or a"
                        + " JFreeChart.*")
                : new Block.Figure(read.chart());
    }

    private Chart chart() {
        Optional<Layout> layout = Optional.ofNullable(figure.getLayout());
        String title = layout.map(Layout::getTitle).orElse("");
        String across = axis(layout, "xAxis");
        Chart.XAxis x = x(across);
        List<Chart.Series> series = new ArrayList<>();
        boolean crowded =
                drawn.stream().filter(t -> t.kind() == TablesawTrace.Kind.BARS).count() > 1;
        for (TablesawTrace trace : drawn) {
            series.add(series(trace, x, crowded, TONES.get(series.size() % TONES.size())));
        }
        List<String> said = new ArrayList<>();
        if (!across.isEmpty() && !(x instanceof Chart.Numbers)) {
            said.add("Across: " + across + ".");
        }
        if (x instanceof Chart.Times) {
            said.add("Times in UTC.");
        }
        if (!left.isEmpty()) {
            said.add("Not drawn: " + String.join(", ", left) + ".");
        }
        String names = drawn.stream().map(TablesawTrace::name).collect(Collectors.joining(", "));
        return new Chart(
                title,
                String.join(" ", said),
                title.isEmpty() ? names : title + ": " + names,
                x,
                List.of(new Chart.Panel(axis(layout, "yAxis"), Chart.Format.NUMBER, 2.6, series, List.of())),
                List.of());
    }

    private static String axis(Optional<Layout> layout, String name) {
        return layout.flatMap(of -> TablesawTrace.field(of, name))
                .flatMap(axis -> TablesawTrace.field(axis, "title"))
                .map(Object::toString)
                .orElse("");
    }

    private Chart.XAxis x(String label) {
        List<Object> all = drawn.stream().flatMap(trace -> trace.x().stream()).toList();
        if (all.stream().allMatch(Number.class::isInstance)) {
            return new Chart.Numbers(label, Chart.Format.NUMBER);
        }
        return all.stream().allMatch(value -> micros(value).isPresent())
                ? new Chart.Times(ZoneOffset.UTC)
                : new Chart.Categories(List.copyOf(words.keySet()));
    }

    private Chart.Series series(TablesawTrace trace, Chart.XAxis axis, boolean crowded, Tone tone) {
        double[] places = trace.x().stream().mapToDouble(x -> place(x, axis)).toArray();
        boolean ascends = IntStream.range(1, places.length).allMatch(i -> places[i - 1] <= places[i]);
        int[] order = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] x = IntStream.of(order).mapToDouble(i -> places[i]).toArray();
        double[] y = IntStream.of(order).mapToDouble(i -> trace.y()[i]).toArray();
        return switch (trace.kind()) {
            // a line that goes back cannot be drawn from left to right
            case LINE -> ascends ? new Chart.Line(trace.name(), x, y, tone) : Chart.Points.of(trace.name(), x, y, tone);
            case AREA -> new Chart.Area(trace.name(), x, y, tone, false);
            case POINTS -> Chart.Points.of(trace.name(), x, y, tone);
            case BARS ->
                crowded
                        ? Chart.Points.of(trace.name(), x, y, tone)
                        : new Chart.Bars(trace.name(), x, y, new boolean[x.length]);
        };
    }

    private double place(Object value, Chart.XAxis axis) {
        if (axis instanceof Chart.Numbers) {
            return ((Number) value).doubleValue();
        }
        return axis instanceof Chart.Times ? micros(value).orElseThrow() : words.getOrDefault(Plain.text(value), 0);
    }

    private static Optional<Long> micros(Object value) {
        if (value instanceof LocalDate day) {
            return micros(day.atStartOfDay());
        }
        if (value instanceof LocalDateTime time) {
            return micros(time.toInstant(ZoneOffset.UTC));
        }
        if (value instanceof OffsetDateTime time) {
            return micros(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return micros(time.toInstant());
        }
        return value instanceof Instant instant ? Optional.of(Period.micros(instant)) : Optional.empty();
    }
}
