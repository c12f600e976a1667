package dev.plumbline.notebook;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.plotly.traces.Trace;

/**
 * What a Tablesaw trace draws, read from its fields: it has no accessors, and its script is not read.
 *
 * @param x numbers, times, dates or words
 * @param y as many; NaN for a missing one
 */
record TablesawTrace(Kind kind, String name, List<Object> x, double[] y) {

    enum Kind {
        LINE,
        POINTS,
        AREA,
        BARS
    }

    TablesawTrace {
        x = List.copyOf(x);
        y = y.clone();
    }

    /** What it is, in a word. */
    static String word(Trace trace) {
        return trace.getClass().getSimpleName().replaceFirst("Trace$", "").toLowerCase(Locale.ROOT);
    }

    /** Empty for a kind that cannot be drawn here. */
    static Optional<TablesawTrace> of(Trace trace, int n) {
        String name = String.valueOf(field(trace, "name").orElse("trace " + n));
        return switch (word(trace)) {
            case "scatter" -> scatter(trace, name);
            case "bar" -> Optional.of(joined(Kind.BARS, name, values(trace, "x"), values(trace, "y")));
            case "pie" -> Optional.of(joined(Kind.BARS, name, values(trace, "labels"), values(trace, "values")));
            case "histogram" -> Optional.of(histogram(trace, name));
            default -> Optional.empty();
        };
    }

    private static Optional<TablesawTrace> scatter(Trace trace, String name) {
        // a candle is told by its close
        boolean candle = field(trace, "close").isPresent();
        List<Object> y = values(trace, candle ? "close" : "y");
        if (y.stream().noneMatch(Number.class::isInstance)) {
            return Optional.empty();
        }
        String mode = field(trace, "mode").map(Object::toString).orElse("");
        boolean filled = field(trace, "fill")
                .filter(fill -> !fill.toString().equals("none"))
                .isPresent();
        Kind kind = filled ? Kind.AREA : candle || mode.contains("line") ? Kind.LINE : Kind.POINTS;
        return Optional.of(joined(kind, name, values(trace, "x"), y));
    }

    private static TablesawTrace histogram(Trace trace, String name) {
        double[] found = values(trace, "x").stream()
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(found).min().orElse(0);
        double high = Arrays.stream(found).max().orElse(1);
        int asked = field(trace, "nBinsX").map(n -> (Integer) n).orElse(0);
        // Sturges 1926, where the figure says nothing
        int bins = asked > 0 ? Math.min(asked, 200) : 1 + (int) Math.ceil(Math.log(found.length + 1.0) / Math.log(2));
        double width = high > low ? (high - low) / bins : 1;
        double[] counts = new double[high > low ? bins : 1];
        for (double value : found) {
            counts[Math.min(counts.length - 1, (int) ((value - low) / width))]++;
        }
        List<Object> middles = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            middles.add(low + (high > low ? (i + 0.5) * width : 0));
        }
        return new TablesawTrace(Kind.BARS, name, middles, counts);
    }

    /** What has no x is left out. */
    private static TablesawTrace joined(Kind kind, String name, List<Object> x, List<Object> y) {
        List<Object> known = new ArrayList<>();
        DoubleStream.Builder values = DoubleStream.builder();
        for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
            if (!x.get(i).equals("")) {
                known.add(x.get(i));
                values.add(
                        y.get(i) instanceof Number number && Double.isFinite(number.doubleValue())
                                ? number.doubleValue()
                                : Double.NaN);
            }
        }
        return new TablesawTrace(kind, name, known, values.build().toArray());
    }

    /** Elements of an array of any kind; an empty text for a missing one. */
    private static List<Object> values(Trace trace, String field) {
        Object array = field(trace, field).orElse(new Object[0]);
        if (array instanceof double[] numbers) {
            return Arrays.stream(numbers).<Object>mapToObj(n -> n).toList();
        }
        List<Object> values = new ArrayList<>();
        for (@Nullable Object value : (Object[]) array) {
            values.add(value == null ? "" : value);
        }
        return values;
    }

    /** A field of it or of what it extends. */
    static Optional<Object> field(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return Optional.ofNullable(field.get(owner));
            } catch (NoSuchFieldException e) {
                // perhaps of what it extends
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("cannot read " + name + " of a " + type.getSimpleName(), e);
            }
        }
        return Optional.empty();
    }
}
