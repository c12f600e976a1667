package dev.plumbline.baseline;

import dev.plumbline.baseline.Series.Form;
import dev.plumbline.baseline.Series.Named;
import dev.plumbline.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the series of a rule: {@code memory_usage_mb}, {@code orders_failed_total / orders_created_total},
 * {@code count of errors}, {@code silence of decisions}.
 */
final class SeriesText {

    private static final Pattern NAME =
            Pattern.compile("([A-Za-z_:][A-Za-z0-9_:.]*)(?:\\{([A-Za-z_][A-Za-z0-9_]*)=([^{}\"%]+)\\})?");
    private static final Pattern THING = Pattern.compile("([a-z ]+?)(?:\\{([a-z]+)=([^{}\"%]+)\\})?");
    /** Things that have a message. */
    private static final List<String> WITH_WORDS = List.of("alerts", "errors", "events");

    private static final Map<String, Form> WORDS = Map.of(
            "rate of ", Form.RATE,
            "age of ", Form.AGE,
            "count of ", Form.COUNT,
            "mean of ", Form.MEAN,
            "highest of ", Form.HIGHEST,
            "day sum of ", Form.DAY_SUM,
            "silence of ", Form.SILENCE);
    private static final Map<String, Form> ALONE = Map.of(
            "silence", Form.SILENCE,
            "equity change", Form.EQUITY_CHANGE,
            "equity of the day", Form.EQUITY_DAY,
            "drawdown", Form.DRAWDOWN);

    private final Node node;
    private final Optional<Node> over;
    private final String filter;
    private final long least;
    private final Monitored monitored;

    SeriesText(Node node, Optional<Node> over, String filter, long least, Monitored monitored) {
        this.node = node;
        this.over = over;
        this.filter = filter;
        this.least = least;
        this.monitored = monitored;
    }

    Series read() {
        String text = node.string();
        if (ALONE.containsKey(text)) {
            Form form = ALONE.get(text);
            return series(text, form, form == Form.SILENCE ? List.of(named("signs of life", "", "", 1)) : List.of());
        }
        if (Things.isState(text)) {
            return series(text, Form.VALUE, List.of(named(text, "", "", 1)));
        }
        for (Map.Entry<String, Form> word : WORDS.entrySet()) {
            if (text.startsWith(word.getKey())) {
                String rest = text.substring(word.getKey().length());
                boolean sampled = word.getValue() == Form.RATE || word.getValue() == Form.AGE;
                return series(text, word.getValue(), List.of(sampled ? sampled(rest) : thing(rest)));
            }
        }
        List<Named> names = new ArrayList<>();
        for (String part : text.split(" / ", -1)) {
            names.add(sampled(part));
        }
        if (names.size() > 2) {
            throw node.unreadable("one series, or two with \" / \" between them");
        }
        return series(text, over.isPresent() ? Form.INCREASE : Form.VALUE, names);
    }

    private Series series(String text, Form form, List<Named> names) {
        boolean looksBack =
                switch (form) {
                    case INCREASE, RATE, COUNT, MEAN, HIGHEST, EQUITY_CHANGE -> true;
                    default -> false;
                };
        if (looksBack != over.isPresent()) {
            throw looksBack
                    ? node.unreadable("\"over\" beside it, such as over: 10 min")
                    : over.orElseThrow().unreadable("no \"over\" beside " + text);
        }
        Optional<Series.Range> range = over.map(Lengths::range);
        if (range.isPresent() && range.get().things() > 0 && form != Form.MEAN && form != Form.HIGHEST) {
            throw over.orElseThrow().unreadable("a length of time such as 10 min");
        }
        String whole = text
                + (filter.isEmpty() ? "" : " matching " + filter)
                + over.map(it -> " over " + it.text()).orElse("");
        return new Series(whole, form, names, range, least);
    }

    private Named sampled(String text) {
        Matcher form = NAME.matcher(text.strip());
        if (!form.matches()) {
            throw node.unreadable("a series such as " + nearest(text));
        }
        String name = form.group(1);
        if (!monitored.has(name)) {
            throw node.unreadable("a series such as " + nearest(name));
        }
        return named(
                name,
                Optional.ofNullable(form.group(2)).orElse(""),
                Optional.ofNullable(form.group(3)).orElse(""),
                monitored.measure(name).scale());
    }

    private Named thing(String text) {
        Matcher form = THING.matcher(text);
        if (!form.matches() || Things.unit(form.group(1)).isEmpty()) {
            throw node.unreadable("one of " + Nearest.to(text, Things.names()));
        }
        String label = Optional.ofNullable(form.group(2)).orElse("");
        if (!label.isEmpty()
                && !(WITH_WORDS.contains(form.group(1))
                        && List.of("kind", "level").contains(label))) {
            throw node.unreadable("no label there, or events{kind=…} or events{level=…}");
        }
        if (!filter.isEmpty() && !WITH_WORDS.contains(form.group(1))) {
            throw node.unreadable("\"matching\" beside one of " + String.join(", ", WITH_WORDS));
        }
        return named(form.group(1), label, Optional.ofNullable(form.group(3)).orElse(""), 1);
    }

    private Named named(String name, String label, String value, double scale) {
        return new Named(name, label, value, scale, filter);
    }

    private String nearest(String name) {
        List<String> all = new ArrayList<>(monitored.names());
        all.addAll(ALONE.keySet());
        Things.names().forEach(thing -> all.add(Things.isState(thing) ? thing : "count of " + thing));
        return Nearest.to(name, all);
    }

    /** What the levels of a series are written in. */
    static Quantity quantity(Series series, Monitored monitored) {
        return switch (series.form()) {
            case VALUE, INCREASE -> monitored(series, monitored);
            case RATE -> new Quantity(series.text(), Unit.COUNT, "/s");
            case AGE, SILENCE -> new Quantity(series.text(), Unit.SECONDS, "");
            case COUNT -> new Quantity(series.text(), Unit.COUNT, "");
            case MEAN, HIGHEST, DAY_SUM ->
                new Quantity(
                        series.text(), Things.unit(series.names().get(0).name()).orElse(Unit.COUNT), "");
            case EQUITY_CHANGE, EQUITY_DAY, DRAWDOWN -> new Quantity(series.text(), Unit.SHARE, "");
        };
    }

    private static Quantity monitored(Series series, Monitored monitored) {
        if (series.isRatio()) {
            return new Quantity(series.text(), Unit.SHARE, "");
        }
        String name = series.names().get(0).name();
        Optional<Unit> state = Things.unit(name).filter(unit -> Things.isState(name));
        Monitored.Measure measure = monitored.measure(name);
        return state.map(unit -> new Quantity(series.text(), unit, ""))
                .orElseGet(() -> new Quantity(series.text(), measure.unit(), measure.word()));
    }
}
