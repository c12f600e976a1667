package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.source.OperatorFiles;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What currencies were worth, from the operator's {@code rates.csv}: a rate holds until the next one of its currency, for
 * 31 days at most; before the first one there is none.
 */
record Rates(Map<String, TreeMap<Long, OperatorFiles.Rate>> byCurrency) {

    private static final long STALE =
            ChronoUnit.DAYS.getDuration().multipliedBy(31).toSeconds() * 1_000_000L;

    static Rates of(List<OperatorFiles.Rate> rates) {
        Map<String, TreeMap<Long, OperatorFiles.Rate>> all = new HashMap<>();
        rates.stream().sorted(Comparator.comparing(OperatorFiles.Rate::from)).forEach(rate -> all.computeIfAbsent(
                        rate.currency(), c -> new TreeMap<>())
                .put(Period.micros(rate.from().toInstant(ZoneOffset.UTC)), rate));
        return new Rates(all);
    }

    /** Amounts in one currency. */
    record Converted(double[] amounts, String currency) {}

    /**
     * Amounts of several currencies in the one that all have a rate to; empty where a rate is missing.
     *
     * @param micros when each was worth what the rate says, microseconds since 1970
     */
    Optional<Converted> convert(double[] amounts, String[] currencies, long[] micros) {
        Optional<String> target = byCurrency.values().stream()
                .flatMap(rates -> rates.values().stream())
                .map(OperatorFiles.Rate::to)
                .findFirst();
        if (target.isEmpty()) {
            return Optional.empty();
        }
        double[] converted = new double[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            double rate = rate(currencies[i], target.get(), micros[i]);
            if (Double.isNaN(rate)) {
                return Optional.empty();
            }
            converted[i] = amounts[i] * rate;
        }
        return Optional.of(new Converted(converted, target.get()));
    }

    private double rate(String currency, String to, long micros) {
        if (currency.equals(to)) {
            return 1;
        }
        TreeMap<Long, OperatorFiles.Rate> rates = byCurrency.getOrDefault(currency, new TreeMap<>());
        Map.Entry<Long, OperatorFiles.Rate> last = rates.floorEntry(micros);
        boolean known = last != null && last.getValue().to().equals(to) && micros - last.getKey() <= STALE;
        return known ? last.getValue().rate() : Double.NaN;
    }
}
