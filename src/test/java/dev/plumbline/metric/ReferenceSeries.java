package dev.plumbline.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Returns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The series that reference cases name, read where they lie. */
final class ReferenceSeries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, JsonNode> cache = new HashMap<>();

    ReferenceSeries(Path folder) {
        this.folder = folder;
    }

    double[] values(JsonNode in) {
        for (String name : List.of("values", "returns", "prices", "pnls", "profit_abs", "trades")) {
            JsonNode found = in.path(name);
            if (found.isTextual() && !series(found.asText()).isMissingNode()) {
                return values(series(found.asText()));
            }
            if (found.isArray()) {
                return doubles(found);
            }
        }
        return new double[0];
    }

    JsonNode series(String name) {
        try {
            for (String file : List.of("empyrical", "freqtrade", "performanceanalytics")) {
                JsonNode found = cached(file).path(name);
                if (!name.isEmpty() && found.isObject()) {
                    return found;
                }
            }
            return JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode cached(String file) throws IOException {
        if (!cache.containsKey(file)) {
            cache.put(
                    file,
                    JSON.readTree(folder.resolve("series_" + file + ".json").toFile()));
        }
        return cache.get(file);
    }

    double[] values(String name) {
        return values(series(name));
    }

    /** With the dates of the series; values without dates are a day apart. */
    Returns dated(JsonNode input) {
        if (!input.isTextual()) {
            double[] values = doubles(input);
            return new Returns(days(LocalDate.EPOCH, values.length), values, Samples.WEEK, Samples.UTC);
        }
        JsonNode found = series(input.asText());
        JsonNode column = found.path("columns").path("returns");
        double[] values = column.isArray() ? doubles(column) : values(found);
        JsonNode dates = found.path("dates");
        long[] micros = dates.isArray()
                ? StreamSupport.stream(dates.spliterator(), false)
                        .mapToLong(date -> micros(LocalDate.parse(date.asText())))
                        .toArray()
                : days(LocalDate.parse(dates.path("start").asText("2000-01-01")), values.length);
        return new Returns(micros, values, Samples.WEEK, Samples.UTC);
    }

    private static long[] days(LocalDate first, int n) {
        return IntStream.range(0, n).mapToLong(i -> micros(first.plusDays(i))).toArray();
    }

    private static long micros(LocalDate date) {
        return date.toEpochDay() * Samples.DAY;
    }

    static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(v -> v.isNumber() ? v.asDouble() : Double.NaN)
                .toArray();
    }

    static double[] minus(double[] a, double[] b) {
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i] - b[i];
        }
        return c;
    }

    static double[] finite(double[] x) {
        return Arrays.stream(x).filter(Double::isFinite).toArray();
    }

    static double[] zeroed(double[] x) {
        return Arrays.stream(x).map(v -> Double.isFinite(v) ? v : 0).toArray();
    }
}
