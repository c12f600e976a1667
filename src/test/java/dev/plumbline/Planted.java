package dev.plumbline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One change that truth.json names. */
record Planted(String kind, String system, String agent, String symbol, Instant from, Instant to, JsonNode found) {

    static List<Planted> read(Path truth) throws IOException {
        List<Planted> all = new ArrayList<>();
        for (JsonNode plant : new ObjectMapper().readTree(truth.toFile()).get("planted")) {
            all.add(new Planted(
                    plant.get("kind").asText(),
                    plant.get("system").asText(),
                    plant.get("agent").asText(),
                    plant.get("symbol").asText(),
                    Instant.parse(plant.get("from").asText()),
                    Instant.parse(plant.get("to").asText()),
                    plant.get("found")));
        }
        return all;
    }

    /** Whether a stretch of time has anything of the change, or of the time after it that a rule looks back over. */
    boolean touches(Instant since, Instant until, Duration after) {
        return since.isBefore(to.plus(after)) && until.isAfter(from);
    }

    long count(String figure) {
        return found.get(figure).asLong();
    }

    /** The days of the change, each as the pattern writes it, as alternatives of a regular expression. */
    String days(String pattern) {
        return in(pattern, Stream.iterate(from, it -> it.isBefore(to), it -> it.plus(Duration.ofDays(1))));
    }

    /** The hours of the change likewise, from the one in which it begins. */
    String hours(String pattern) {
        return in(pattern, Stream.iterate(from, it -> it.isBefore(to), it -> it.plus(Duration.ofHours(1))));
    }

    private static String in(String pattern, Stream<Instant> times) {
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        return times.map(form::format).distinct().collect(Collectors.joining("|", "(", ")"));
    }

    @Override
    public String toString() {
        return kind + " of " + agent + (symbol.isEmpty() ? "" : " " + symbol) + ", " + from + " to " + to;
    }
}
