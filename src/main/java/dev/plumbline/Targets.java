package dev.plumbline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import dev.plumbline.source.OperatorFiles.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the operator wanted of an agent, beside what the days up to the end of a window brought. */
final class Targets {

    /** The words of {@code targets:} that ask for P&L, with the days that each is about. */
    private static final Map<String, Integer> DAYS =
            new TreeMap<>(Map.of("daily_pnl", 1, "weekly_pnl", 7, "monthly_pnl", 30));

    private static final String DAILY_LOSS = "daily_loss";

    private Targets() {}

    static Showable of(Window window, List<Target> all) {
        Optional<Target> own = all.stream()
                .filter(target -> target.system().isEmpty()
                        || target.system().equals(window.scope().system()))
                .filter(target -> target.agent().isEmpty()
                        || target.agent().equals(window.scope().agent()))
                .findFirst();
        if (own.isEmpty()) {
            return Evaluated.only(
                    "Not available: no target is set for this agent; `targets:` in `data/sources.yaml` sets one.");
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        DAYS.forEach((word, days) -> Optional.ofNullable(own.get().amounts().get(word))
                .ifPresent(wanted -> pnl(window, word, days, wanted, rows, missed)));
        Optional.ofNullable(own.get().amounts().get(DAILY_LOSS)).ifPresent(most -> loss(window, most, rows, missed));
        String answer = missed.isEmpty() ? "No target was missed." : "Missed: " + String.join(", ", missed) + ".";
        return new Evaluated(
                answer, "P&L of closed trades.", Evaluated.columns("target", "days", "#wanted", "#found", "met"), rows);
    }

    private static void pnl(
            Window window, String word, int days, double wanted, List<List<String>> rows, List<String> missed) {
        Instant to = window.period().to();
        Window part = window.workbench()
                .between(Period.of(to.atZone(window.zone()).minusDays(days).toInstant(), to));
        Measurement found = part.measure(Metrics.NET_PNL);
        String name = word.replace("_pnl", " P&L");
        boolean known = found.isDefined();
        boolean met = known && found.value().orElseThrow() >= wanted;
        if (known && !met) {
            missed.add(name);
        }
        rows.add(List.of(
                name,
                Dates.range(part.period(), window.zone()),
                Unit.MONEY.format(wanted),
                known ? found.text() : "–",
                known ? (met ? "yes" : "no") : found.because().orElse("not known")));
    }

    private static void loss(Window window, double most, List<List<String>> rows, List<String> missed) {
        ClosedTrades trades = window.sample(ClosedTrades.class);
        Map<LocalDate, Double> days = new TreeMap<>();
        for (int i = 0; i < trades.size(); i++) {
            LocalDate day =
                    Period.instant(trades.exitMicros()[i]).atZone(window.zone()).toLocalDate();
            days.merge(day, trades.pnl()[i], Double::sum);
        }
        List<Map.Entry<LocalDate, Double>> worse =
                days.entrySet().stream().filter(day -> day.getValue() < -most).toList();
        boolean known = trades.basis().isMoney() && !days.isEmpty();
        if (known && !worse.isEmpty()) {
            missed.add("daily loss");
        }
        rows.add(List.of(
                "daily loss, at most",
                Dates.range(window.period(), window.zone()),
                Unit.MONEY.format(most),
                !known
                        ? "–"
                        : worse.isEmpty()
                                ? "no day"
                                : worse.stream()
                                        .map(day -> day.getKey() + " " + Unit.MONEY.format(day.getValue()))
                                        .collect(Collectors.joining("; ")),
                !known ? "no closed trade with a known P&L" : worse.isEmpty() ? "yes" : "no"));
    }
}
