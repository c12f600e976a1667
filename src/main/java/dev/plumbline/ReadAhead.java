package dev.plumbline;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What nearly every metric is made of, to be read at once rather than metric by metric. */
final class ReadAhead {

    private static final Map<String, List<String>> OF_KINDS = Map.of(
            "trades", List.of("samples/trades"),
            "equity", List.of("samples/equity_kinds", "samples/equity"),
            "decisions", List.of("samples/actions"),
            "confidence", List.of("samples/confidence"),
            "modes", List.of("samples/modes"),
            "retrainings", List.of("samples/retrainings", "samples/symbols"));

    private static final List<String> OF_ALL =
            List.of("samples/beats", "samples/changes", "samples/errors", "samples/errors_by_day");

    private ReadAhead() {}

    /** @param knows whether an agent has rows of a kind */
    static List<String> queries(Predicate<String> knows) {
        return Stream.concat(
                        OF_KINDS.entrySet().stream()
                                .filter(kind -> knows.test(kind.getKey()))
                                .flatMap(kind -> kind.getValue().stream()),
                        OF_ALL.stream())
                .toList();
    }
}
