package dev.plumbline.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What a Prometheus server is asked for: the history of each metric of a pattern since the pull before, a week at first.
 * Times are multiples of the step, so that what is asked for twice has the same times.
 */
record PrometheusPull(Instant from, Instant to, long stepSeconds) {

    /** The list of metrics that the server knows; only a Prometheus server answers it. */
    static final String NAMES = "/api/v1/label/__name__/values";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FIRST = Duration.ofDays(7);
    private static final long FINEST = 15;
    /** Prometheus refuses 11,000 points a series and more. */
    private static final long POINTS = 10_000;

    /** @param last when it was pulled before; the beginning of time where it never was */
    static PrometheusPull since(Instant last, Instant now) {
        Instant from = last.isBefore(now.minus(FIRST)) ? now.minus(FIRST) : last;
        long seconds = Math.max(1, Duration.between(from, now).toSeconds());
        long step = FINEST * Math.max(1, (seconds + FINEST * POINTS - 1) / (FINEST * POINTS));
        return new PrometheusPull(aligned(from, step), aligned(now, step), step);
    }

    private static Instant aligned(Instant time, long step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step) * step);
    }

    /** The path and query that asks for one metric. */
    String path(String metric) {
        return String.format(
                Locale.ROOT,
                "/api/v1/query_range?query=%s&start=%d&end=%d&step=%d",
                URLEncoder.encode(metric, StandardCharsets.UTF_8),
                from.getEpochSecond(),
                to.getEpochSecond(),
                stepSeconds);
    }

    /** The metrics that an answer to {@link #NAMES} lists and the pattern wants; none where it is no such answer. */
    static List<String> names(byte[] answer, String pattern) throws IOException {
        JsonNode root = JSON.readTree(answer);
        if (!root.path("status").asText().equals("success")
                || !root.path("data").isArray()) {
            return List.of();
        }
        Pattern wanted = Pattern.compile(pattern);
        return StreamSupport.stream(root.path("data").spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> wanted.matcher(name).matches())
                .toList();
    }

    /** Whether an answer holds any point. */
    static boolean hasPoints(byte[] answer) throws IOException {
        return !JSON.readTree(answer).path("data").path("result").isEmpty();
    }
}
