package dev.plumbline;

import dev.plumbline.baseline.Ceiling;
import dev.plumbline.baseline.Readings;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Trend;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** When a monitored figure reaches the level of a rule, if it goes on as it did; and what else grows. */
public final class Capacity {

    private static final int WEEK = 7;
    private static final long YEAR = 365;
    private static final int MOST = 20;
    private static final double CONFIDENCE = Conventions.standard().confidence();

    private Capacity() {}

    /** A row a rule on a monitored figure, then a row a gauge without one that rises or falls for certain. */
    public static Showable of(Window window) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<String>> answers = new TreeMap<>();
        for (Ceiling ceiling : window.workbench().rules().ceilings()) {
            Map<LocalDate, Double> days = days(window, ceiling);
            if (days.values().stream().allMatch(value -> value >= 0 && value <= 1)) {
                continue; // none, or a switch that is on or off
            }
            Result slope = slope(days);
            double last = last(days);
            String reached = reached(ceiling, last, slope);
            if (reached.matches("in \\d.*|beyond.*")) {
                answers.computeIfAbsent(reached, when -> new ArrayList<>()).add(ceiling.title());
            }
            rows.add(List.of(
                    ceiling.title(),
                    Integer.toString(days.size()),
                    ceiling.unit().format(last),
                    growth(ceiling.unit(), slope),
                    ceiling.words(),
                    reached));
        }
        int ruled = rows.size();
        rows.addAll(others(window));
        if (rows.isEmpty()) {
            return Evaluated.only("Not available: nothing that could grow was monitored, or no day of it differs.");
        }
        String answer = answers.entrySet().stream()
                .map(it -> String.join(", ", it.getValue()) + ": " + it.getKey())
                .collect(Collectors.joining("; "));
        return new Evaluated(
                ruled == 0
                        ? "No rule gives a level to what is monitored here; what rises or falls for certain is below."
                        : answer.isEmpty() ? "No level is reached within a year, as far as can be told." : answer + ".",
                "Means of days; growth is the median slope of all pairs of days (Theil–Sen), 95 % interval. Where that"
                        + " holds 0, nobody can tell.",
                Evaluated.columns("what", "#days", "#last day", "#growth a week [95 %]", "level", "reached"),
                rows);
    }

    private static List<List<String>> others(Window window) {
        Rows rows = window.rows("explore/daily_gauges");
        Map<String, Map<LocalDate, Double>> gauges = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String labels = rows.texts("labels")[i];
            gauges.computeIfAbsent(
                            rows.texts("metric")[i] + (labels.equals("{}") ? "" : labels), name -> new TreeMap<>())
                    .put(LocalDate.parse(rows.texts("day")[i]), rows.doubles("mean")[i]);
        }
        List<List<String>> moving = new ArrayList<>();
        gauges.forEach((name, days) -> {
            Result slope = slope(days);
            boolean certain = slope instanceof Result.Value value
                    && !value.interval().orElseThrow().contains(0);
            if (certain && moving.size() < MOST) {
                moving.add(List.of(
                        name,
                        Integer.toString(days.size()),
                        Unit.COUNT.format(last(days)),
                        growth(Unit.COUNT, slope),
                        "none in the rules",
                        "–"));
            }
        });
        return moving;
    }

    private static Result slope(Map<LocalDate, Double> days) {
        return Trend.slope(
                days.keySet().stream().mapToDouble(LocalDate::toEpochDay).toArray(),
                days.values().stream().mapToDouble(value -> value).toArray(),
                CONFIDENCE);
    }

    private static double last(Map<LocalDate, Double> days) {
        return days.values().stream().reduce((one, next) -> next).orElse(Double.NaN);
    }

    /** The mean of each whole or begun day, in order. */
    private static Map<LocalDate, Double> days(Window window, Ceiling ceiling) {
        Readings readings = window.readings(ceiling.series(), !ceiling.upwards());
        Map<LocalDate, List<Double>> all = new TreeMap<>();
        for (int i = 0; i < readings.size(); i++) {
            long micros = readings.micros()[i];
            double value = readings.values()[i];
            if (micros >= window.period().fromMicros()
                    && micros < window.period().toMicros()
                    && Double.isFinite(value)) {
                all.computeIfAbsent(
                                Period.instant(micros).atZone(window.zone()).toLocalDate(), day -> new ArrayList<>())
                        .add(value);
            }
        }
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        day -> day.getValue().stream()
                                .mapToDouble(x -> x)
                                .average()
                                .orElse(Double.NaN),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static String growth(Unit unit, Result slope) {
        if (!(slope instanceof Result.Value value)) {
            return ((Result.Undefined) slope).because();
        }
        Interval range = value.interval().orElseThrow();
        return unit.formatChange(WEEK * value.value()) + " ["
                + unit.formatChange(WEEK * range.low()) + ", "
                + unit.formatChange(WEEK * range.high()) + "]";
    }

    /** In how many days: from the slope's interval, the soonest and the latest. */
    private static String reached(Ceiling ceiling, double last, Result slope) {
        double left = ceiling.edge() - last;
        if (ceiling.upwards() ? left <= 0 : left >= 0) {
            return "beyond it now";
        }
        if (!(slope instanceof Result.Value value)) {
            return "cannot tell";
        }
        Interval range = value.interval().orElseThrow();
        double slow = ceiling.upwards() ? range.low() : -range.high();
        double fast = ceiling.upwards() ? range.high() : -range.low();
        if (fast <= 0) {
            return "never: it moves away";
        }
        if (slow <= 0) {
            return "cannot tell: the interval holds 0";
        }
        long soonest = (long) Math.ceil(Math.abs(left) / fast);
        long latest = (long) Math.ceil(Math.abs(left) / slow);
        return soonest > YEAR
                ? "in over a year"
                : String.format(
                        Locale.ROOT,
                        "in %,d to %s days",
                        soonest,
                        latest > YEAR ? "over " + YEAR : Long.toString(latest));
    }
}
