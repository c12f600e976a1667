package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.metric.Wilson;
import dev.plumbline.model.Period;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows of a query as a table of text: names in words, numbers rounded to what they carry, an absent value as a dash. */
record Listing(String caption, List<Block.DataTable.Column> columns, List<List<String>> rows, String whenEmpty)
        implements Showable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String ABSENT = "–";
    private static final Pattern LIMIT = Pattern.compile("(?m)^ *LIMIT (\\d+)$");
    private static final Set<String> MONEY = Set.of("pnl", "total", "available", "unrealised", "net_pnl", "expectancy");

    static Listing of(Rows rows, String whenEmpty) {
        return of(rows, ZoneOffset.UTC, whenEmpty);
    }

    /** @param zone that times are told in */
    static Listing of(Rows rows, ZoneId zone, String whenEmpty) {
        List<Block.DataTable.Column> columns = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        Optional<String> currency = currency(rows);
        for (String name : rows.names()) {
            boolean numeric = rows.isNumeric(name);
            if (isAbsent(rows, name)) {
                empty.add(title(name, Optional.empty()));
                continue;
            }
            if (name.endsWith("currency") && currency.isPresent()) {
                continue;
            }
            columns.add(new Block.DataTable.Column(title(name, currency), numeric));
            if (numeric) {
                cells.add(isShare(name) ? shares(rows.doubles(name)) : numbers(rows.doubles(name)));
            } else if (rows.isTime(name)) {
                cells.add(Arrays.stream(rows.micros(name))
                        .mapToObj(t -> t == Long.MIN_VALUE
                                ? ABSENT
                                : TIME.format(Period.instant(t).atZone(zone)))
                        .toArray(String[]::new));
            } else {
                cells.add(Arrays.stream(rows.texts(name))
                        .map(text -> text.isEmpty() ? ABSENT : text)
                        .toArray(String[]::new));
            }
        }
        for (String won : List.of("wins", "price_went_right")) {
            if (!rows.isEmpty() && rows.names().containsAll(List.of("trades", won))) {
                columns.add(
                        new Block.DataTable.Column(won.equals("wins") ? "win rate [95 %]" : "went right [95 %]", true));
                cells.add(IntStream.range(0, rows.size())
                        .mapToObj(i -> rate(rows.doubles(won)[i], rows.doubles("trades")[i]))
                        .toArray(String[]::new));
            }
        }
        List<List<String>> lines = IntStream.range(0, rows.size())
                .mapToObj(i -> cells.stream().map(column -> column[i]).toList())
                .toList();
        String caption = empty.isEmpty() || lines.isEmpty() ? "" : "Not recorded: " + String.join(", ", empty) + ".";
        return new Listing(caption, columns, lines, whenEmpty);
    }

    /** Says how many rows are listed at most, where the query that they are of has a limit and reached it. */
    Listing upTo(String query) {
        String limit = LIMIT.matcher(query)
                .results()
                .map(found -> found.group(1))
                .filter(most -> most.equals(Integer.toString(rows.size())))
                .map(most -> "At most " + most + " rows are listed.")
                .findFirst()
                .orElse("");
        return new Listing((caption + " " + limit).strip(), columns, rows, whenEmpty);
    }

    private static boolean isAbsent(Rows rows, String name) {
        if (rows.isEmpty() || rows.isTime(name)) {
            return false;
        }
        return rows.isNumeric(name)
                ? Arrays.stream(rows.doubles(name)).noneMatch(Double::isFinite)
                : Arrays.stream(rows.texts(name)).allMatch(String::isEmpty);
    }

    /** The one currency of all rows, where they have one. */
    private static Optional<String> currency(Rows rows) {
        List<String> all = rows.names().stream()
                .filter(name -> name.endsWith("currency"))
                .flatMap(name -> Arrays.stream(rows.texts(name)))
                .distinct()
                .toList();
        return all.size() == 1 && !all.get(0).isEmpty() ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static String title(String name, Optional<String> currency) {
        String words = name.equals("pnl_fraction")
                ? "P&L, % of price"
                : name.replace("pnl", "P&L").replace('_', ' ');
        return currency.isPresent() && MONEY.contains(name) ? words + " (" + currency.get() + ")" : words;
    }

    private static boolean isShare(String name) {
        return name.endsWith("fraction")
                || name.endsWith("share")
                || name.endsWith("rate")
                || name.endsWith("price_change")
                || name.startsWith("confidence")
                || name.endsWith("accuracy")
                || name.endsWith("distance")
                || name.endsWith("price_change")
                || name.equals("average_confidence");
    }

    private static String[] shares(double[] values) {
        return Arrays.stream(values)
                .mapToObj(v -> Double.isFinite(v) ? Unit.SHARE.format(v) : ABSENT)
                .toArray(String[]::new);
    }

    /** Whole numbers as such; others with two decimals, small ones with four, the smallest as amounts of money are. */
    private static String[] numbers(double[] values) {
        boolean whole = Arrays.stream(values).filter(Double::isFinite).allMatch(v -> v == Math.rint(v));
        return Arrays.stream(values)
                .mapToObj(v -> Double.isFinite(v) ? number(v, whole) : ABSENT)
                .toArray(String[]::new);
    }

    /** {@code 54.9 % [45.1, 64.3]}: a count without how sure it is says which row is better when nothing does. */
    private static String rate(double won, double trades) {
        if (!(trades > 0)) {
            return ABSENT;
        }
        Result.Value share = Wilson.share((long) won, (long) trades, Conventions.standard());
        Interval range = share.interval().orElseThrow();
        return Unit.SHARE.format(share.value()) + " ["
                + Unit.SHARE.format(range.low()).replace(" %", "") + ", "
                + Unit.SHARE.format(range.high()).replace(" %", "") + "]";
    }

    private static String number(double value, boolean whole) {
        double size = Math.abs(value);
        if (!whole && size > 0 && size < 0.001) {
            return Unit.MONEY.format(value);
        }
        return String.format(Locale.ROOT, whole ? "%,.0f" : size >= 1 || size == 0 ? "%,.2f" : "%,.4f", value)
                .replace('-', '−');
    }

    @Override
    public List<Block> blocks() {
        return List.of(
                rows.isEmpty() ? new Block.Prose(whenEmpty) : new Block.DataTable(caption, columns, rows, rows.size()));
    }

    @Override
    public String toString() {
        return rows.isEmpty()
                ? whenEmpty
                : TextTable.of(
                        columns.stream().map(Block.DataTable.Column::name).toList(),
                        columns.stream().map(Block.DataTable.Column::numeric).toList(),
                        rows);
    }
}
