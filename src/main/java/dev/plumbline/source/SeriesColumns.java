package dev.plumbline.source;

import dev.plumbline.model.EditDistance;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which columns of a file are a series, and of what kind: told by the user, by the words of the header, else by the
 * values.
 *
 * @param fields the columns to read, under the names of {@link CsvKind}
 * @param commas whether commas separate decimals
 * @param perCent whether the header says that returns are in per cent
 * @param notes  what was decided that a reader should know
 */
public record SeriesColumns(SeriesKind kind, List<Field> fields, boolean commas, boolean perCent, List<String> notes) {

    /** The name under which the column of {@code --by} is read. */
    public static final String GROUP = "group";
    /** The name under which the benchmark's column is read. */
    public static final String BENCHMARK = "benchmark";

    private static final Set<String> TRADE_FIELDS = Set.of(
            "symbol",
            "side",
            "entry_time",
            "exit_time",
            "quantity",
            "entry_price",
            "exit_price",
            "pnl",
            "net_pnl",
            "gross_pnl",
            "pnl_percent",
            "pnl_ratio",
            "fee",
            "funding",
            "confidence",
            "currency");
    private static final Set<String> SHARES = Set.of("return", "pnl_ratio", "confidence");
    private static final Pattern COMMA =
            Pattern.compile("[+-]?(\\d+,(\\d{1,2}|\\d{4,})|0,\\d+|\\d{4,},\\d+|\\d{1,3}(\\.\\d{3})+,\\d+)\\D*");
    private static final Pattern POINT =
            Pattern.compile("[+-]?(\\d+\\.(\\d{1,2}|\\d{4,})|0\\.\\d+|\\d{4,}\\.\\d+|\\d{1,3}(,\\d{3})+\\.\\d+)\\D*");

    public SeriesColumns {
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
    }

    /**
     * What the user says.
     *
     * @param kind      empty: inferred
     * @param benchmark a column's name
     * @param by        a column's name
     * @param map       columns to the names that they are read under
     */
    public record Told(
            Optional<SeriesKind> kind, Optional<String> benchmark, Optional<String> by, Map<String, String> map) {}

    /** @throws IllegalArgumentException where there is no such column, or none that could be meant */
    public static SeriesColumns of(ColumnFile file, Told told) {
        return new Choice(file, told).choose();
    }

    /** What the choice is made from. */
    private static final class Choice {
        private final ColumnFile file;
        private final Told told;
        private final List<String> header;
        private final List<String> notes = new ArrayList<>();

        Choice(ColumnFile file, Told told) {
            this.file = file;
            this.told = told;
            this.header = file.header();
        }

        SeriesColumns choose() {
            Optional<Integer> by = told.by().map(name -> place("--by", name));
            Optional<Integer> benchmark = told.benchmark().map(name -> place("--benchmark", name));
            headless();
            Set<Integer> taken = new HashSet<>();
            by.ifPresent(taken::add);
            benchmark.ifPresent(taken::add);
            SeriesKind kind = told.kind().orElseGet(this::byHeader);
            Map<String, Integer> places =
                    switch (kind) {
                        case TRADES -> CsvKind.TRADES.places(header, told.map());
                        case EQUITY -> series(CsvKind.EQUITY, CsvKind.LEVELS, "equity", taken);
                        case RETURNS -> series(CsvKind.RETURNS, CsvKind.RETURNS, "return", taken);
                    };
            if (told.kind().isEmpty()) {
                kind = checked(kind, places);
                notes.add("kind inferred: " + kind.words());
            }
            String value = kind == SeriesKind.EQUITY ? "equity" : "return";
            if (kind != SeriesKind.TRADES && !places.containsKey(value)) {
                places.put(value, places.get("value"));
            }
            List<Field> fields = new ArrayList<>();
            for (Map.Entry<String, Integer> place : places.entrySet()) {
                if (wanted(kind, place.getKey()) && fields.stream().noneMatch(f -> f.place() == place.getValue())) {
                    fields.add(field(place.getKey(), place.getValue()));
                }
            }
            by.ifPresent(place -> add(fields, GROUP, place, Field.Type.TEXT));
            benchmark.ifPresent(place -> add(fields, BENCHMARK, place, Field.Type.SHARE));
            String word = places.containsKey("return") ? CsvKind.word(header.get(places.get("return"))) : "";
            boolean perCent = word.endsWith("percent") || word.endsWith("_pct");
            return new SeriesColumns(kind, fields, commas(fields), perCent, notes);
        }

        private static boolean wanted(SeriesKind kind, String name) {
            return kind == SeriesKind.TRADES
                    ? TRADE_FIELDS.contains(name)
                    : Set.of("time", "equity", "return", "flow", "currency", "account", "agent", "symbol")
                            .contains(name);
        }

        /** The same column may be read twice: to group by, and as what it is. */
        private static void add(List<Field> fields, String name, int place, Field.Type type) {
            fields.add(new Field(name, place, type, false));
        }

        private static Field field(String name, int place) {
            boolean required = Set.of("time", "equity", "return", "exit_time").contains(name);
            Field.Type type =
                    switch (CsvKind.type(name)) {
                        case TIME -> Field.Type.TIME;
                        case NUMBER -> SHARES.contains(name) ? Field.Type.SHARE : Field.Type.NUMBER;
                        case TEXT -> Field.Type.TEXT;
                    };
            return new Field(
                    name, place, type, required || List.of("pnl", "net_pnl").contains(name));
        }

        /** Without a kind told: trades where the header has them, else what it names, else a series of a kind to be seen. */
        private SeriesKind byHeader() {
            if (CsvKind.of(header, told.map()).filter(CsvKind.TRADES::equals).isPresent()) {
                return SeriesKind.TRADES;
            }
            boolean equity = CsvKind.EQUITY.places(header, told.map()).containsKey("equity");
            boolean returns = CsvKind.RETURNS.places(header, told.map()).containsKey("return");
            if (equity && returns) {
                notes.add("it has equity and returns: the equity is read (--kind returns reads the other)");
            }
            return returns && !equity ? SeriesKind.RETURNS : SeriesKind.EQUITY;
        }

        /** A column that nothing names is what its values look like. */
        private SeriesKind checked(SeriesKind kind, Map<String, Integer> places) {
            Integer place = places.get("value");
            if (kind == SeriesKind.TRADES || place == null) {
                return kind;
            }
            double[] values = numbers(place);
            double median = median(Arrays.stream(values).map(Math::abs).toArray());
            boolean levels = Arrays.stream(values).allMatch(v -> v > 0) && median > 0.2;
            places.remove("value");
            SeriesKind seen = levels ? SeriesKind.EQUITY : SeriesKind.RETURNS;
            places.put(seen == SeriesKind.EQUITY ? "equity" : "return", place);
            notes.add("column \"" + header.get(place) + "\" is read as " + (levels ? "equity" : "returns")
                    + ", as its values look");
            return seen;
        }

        /** The places of a series: by the words of the kind, by more words, by what fields look like. */
        private Map<String, Integer> series(CsvKind first, CsvKind more, String value, Set<Integer> taken) {
            Map<String, Integer> places = new LinkedHashMap<>(first.places(header, told.map()));
            if (!places.containsKey(value)) {
                Integer other = more.places(header, told.map()).get(value);
                if (other != null && !taken.contains(other)) {
                    places.put(value, other);
                }
            }
            if (!places.containsKey("time")) {
                places.put("time", time(taken));
            }
            if (taken.contains(places.getOrDefault(value, -1))) {
                places.remove(value);
            }
            if (!places.containsKey(value)) {
                int found = value(value, places, taken);
                places.values().removeIf(place -> place == found);
                places.put("value", found);
            }
            return places;
        }

        private int time(Set<Integer> taken) {
            MomentText moments = new MomentText(ZoneOffset.UTC);
            List<Integer> found = candidates(taken, text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return moments.parse(bytes, 0, bytes.length) != MomentText.NOT_ONE;
            });
            if (found.isEmpty()) {
                throw new IllegalArgumentException(file.name() + ":1: no column of times among " + listed()
                        + "; one such as time, date or timestamp was expected");
            }
            return found.get(0);
        }

        private int value(String what, Map<String, Integer> places, Set<Integer> taken) {
            Set<Integer> others = new HashSet<>(taken);
            // a column of numbers that is called strategy holds no names
            places.forEach((field, place) -> {
                if (CsvKind.type(field) != CsvKind.Type.TEXT) {
                    others.add(place);
                }
            });
            List<Integer> found = candidates(others, text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                FieldReader reader = new FieldReader(COMMA.matcher(text).matches(), ZoneOffset.UTC);
                return Double.isFinite(reader.number(bytes, 0, bytes.length, true));
            });
            if (found.size() != 1) {
                String expected = told.kind().isPresent() ? what : "return, equity, or entry_time, exit_time and pnl";
                throw new IllegalArgumentException(file.name() + ":1: "
                        + (found.isEmpty() ? "no column of numbers" : "no column says what it holds")
                        + " among " + listed() + "; a column such as " + expected
                        + " was expected: name it in the header, or with --map COLUMN=" + what);
            }
            return found.get(0);
        }

        /** Columns of the sample whose fields, empty ones apart, all are like this. */
        private List<Integer> candidates(Set<Integer> taken, Predicate<String> like) {
            List<Integer> found = new ArrayList<>();
            for (int place = 0; place < header.size(); place++) {
                List<String> texts = texts(place);
                if (!taken.contains(place) && !texts.isEmpty() && texts.stream().allMatch(like)) {
                    found.add(place);
                }
            }
            return found;
        }

        private List<String> texts(int place) {
            return file.sample().stream()
                    .map(row -> row.get(place).strip())
                    .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("nan"))
                    .toList();
        }

        private double[] numbers(int place) {
            List<String> texts = texts(place);
            FieldReader reader = new FieldReader(commas(texts), ZoneOffset.UTC);
            return texts.stream()
                    .mapToDouble(text -> {
                        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                        return reader.number(bytes, 0, bytes.length, true);
                    })
                    .filter(Double::isFinite)
                    .toArray();
        }

        private boolean commas(List<Field> fields) {
            List<String> texts = new ArrayList<>();
            for (Field field : fields) {
                if (field.type() == Field.Type.NUMBER || field.type() == Field.Type.SHARE) {
                    texts.addAll(texts(field.place()));
                }
            }
            Optional<String> example =
                    texts.stream().filter(text -> COMMA.matcher(text).matches()).findFirst();
            boolean commas = commas(texts);
            if (commas) {
                notes.add("commas separate decimals, as in " + example.orElse("")
                        + ": points and spaces are taken for thousands' separators");
            }
            return commas;
        }

        private static boolean commas(Collection<String> texts) {
            long commas =
                    texts.stream().filter(text -> COMMA.matcher(text).matches()).count();
            return commas > 0
                    && commas
                            > texts.stream()
                                    .filter(text -> POINT.matcher(text).matches())
                                    .count();
        }

        private int place(String option, String name) {
            int exact = header.indexOf(name);
            if (exact >= 0) {
                return exact;
            }
            List<String> words = header.stream().map(CsvKind::word).toList();
            int place = words.indexOf(CsvKind.word(name));
            if (place < 0) {
                throw new IllegalArgumentException(option + ": " + file.name() + " has no column \"" + name
                        + "\"; nearest: " + String.join(", ", EditDistance.nearest(name, header, 3)));
            }
            return place;
        }

        /** A first line of values is no header. */
        private void headless() {
            MomentText moments = new MomentText(ZoneOffset.UTC);
            FieldReader reader = new FieldReader(false, ZoneOffset.UTC);
            boolean time = false;
            boolean number = false;
            for (String field : header) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                boolean is = bytes.length > 0 && moments.parse(bytes, 0, bytes.length) != MomentText.NOT_ONE;
                time |= is;
                number |= !is && Double.isFinite(reader.number(bytes, 0, bytes.length, true));
            }
            if (time && number) {
                throw new IllegalArgumentException(file.name() + ":1: found \"" + String.join(",", header)
                        + "\", which are values: a header such as time,equity was expected");
            }
        }

        private String listed() {
            return String.join(
                    ", ", header.stream().map(name -> "\"" + name + "\"").toList());
        }

        private static double median(double[] x) {
            double[] sorted = Arrays.stream(x).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }
    }
}
