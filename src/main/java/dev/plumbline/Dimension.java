package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import dev.plumbline.store.Rows;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What rows can be taken apart by: a column of theirs, or the hour or weekday at which a trade was closed.
 *
 * @param name as users write it: symbol, interval, side, strategy, mode, action, currency, leverage, confidence, hour,
 *     weekday …
 * @param zone whose hours and weekdays are meant
 */
record Dimension(String name, ZoneId zone) {

    /** The values that the rows have, sorted; empty where they have no such dimension. */
    List<String> values(Rows rows) {
        return Stream.of(of(rows))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** The numbers of the rows that belong to a slice. */
    static int[] chosen(Rows rows, Slice slice, ZoneId zone) {
        if (slice.isAll()) {
            return IntStream.range(0, rows.size()).toArray();
        }
        String[] values = new Dimension(slice.dimension(), zone).of(rows);
        return IntStream.range(0, rows.size())
                .filter(i -> values[i].equals(slice.value()))
                .toArray();
    }

    /** Ten points wide; 1 belongs to the highest. */
    private static String band(double confidence) {
        int tenth = (int) Math.min(9, Math.floor(confidence * 10 + 1e-9));
        return Double.isNaN(confidence) ? "" : String.format(Locale.ROOT, "%d–%d %%", 10 * tenth, 10 * tenth + 10);
    }

    /** The value of every row; empty texts where the rows do not have it. */
    private String[] of(Rows rows) {
        String column =
                switch (name) {
                    case "interval" -> "timeframe";
                    case "currency" -> "pnl_currency";
                    default -> name;
                };
        boolean calendar = name.equals("hour") || name.equals("weekday");
        if (calendar && rows.names().contains("exit_time")) {
            return Arrays.stream(rows.micros("exit_time"))
                    .mapToObj(micros -> Period.instant(micros).atZone(zone))
                    .map(time -> name.equals("hour")
                            ? String.format(Locale.ROOT, "%02d", time.getHour())
                            : time.getDayOfWeek().getValue() + " "
                                    + time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT))
                    .toArray(String[]::new);
        }
        if (name.equals("confidence") && rows.names().contains(name)) {
            return Arrays.stream(rows.doubles(name)).mapToObj(Dimension::band).toArray(String[]::new);
        }
        if (rows.names().contains(column) && rows.isNumeric(column)) {
            return Arrays.stream(rows.doubles(column))
                    .mapToObj(value -> Double.isNaN(value)
                            ? ""
                            : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
                    .toArray(String[]::new);
        }
        if (rows.names().contains(column)) {
            return rows.texts(column);
        }
        String[] none = new String[rows.size()];
        Arrays.fill(none, "");
        return none;
    }
}
