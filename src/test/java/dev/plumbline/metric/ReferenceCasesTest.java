package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Published values of other tools and papers, under each one's convention. They are read where they lie. */
final class ReferenceCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder = Path.of(
                    Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"))
            .resolve("reference");
    private final ReferenceSeries series = new ReferenceSeries(folder);
    private final ReferenceAnswers answers = new ReferenceAnswers(series);
    private final ReferenceLists lists = new ReferenceLists(series);

    @Test
    void every_normative_case_reproduces_and_where_a_peer_is_wrong_we_are_not() throws IOException {
        assumeTrue(Files.isDirectory(folder), "no reference cases beside the checkout: " + folder);
        SoftAssertions softly = new SoftAssertions();
        List<String> normative = ran("normative", "expected", softly);
        List<String> defects = ran("peer_defect", "independent", softly);
        softly.assertAll();
        assertThat(normative)
                .as("normative cases that ran")
                .doesNotHaveDuplicates()
                .hasSize(395);
        assertThat(defects).as("cases in which the peer is wrong").hasSize(7);
    }

    @Test
    void another_tools_figure_is_offered_or_listed_with_the_reason() throws IOException {
        assumeTrue(Files.isDirectory(folder), "no reference cases beside the checkout: " + folder);
        PeerAnswers peers = new PeerAnswers(series);
        SoftAssertions softly = new SoftAssertions();
        int offered = 0;
        for (JsonNode one : cases("peer_convention")) {
            Optional<Double> found = peers.of(one);
            String why = PeerAnswers.NOT_OFFERED.get(one.path("metric").asText());
            softly.assertThat(found.isPresent() ^ why != null)
                    .as(one.path("id").asText() + " is offered, or listed with a reason")
                    .isTrue();
            if (found.isPresent()) {
                offered++;
                near(one, found.get(), one.path("expected").asDouble(), softly);
            }
        }
        softly.assertAll();
        assertThat(offered).isEqualTo(11);
    }

    private List<String> ran(String role, String field, SoftAssertions softly) throws IOException {
        List<String> ran = new ArrayList<>();
        for (JsonNode one : cases(role)) {
            Optional<double[]> found = answer(one);
            String id = one.path("id").asText();
            softly.assertThat(found)
                    .as(id + " " + one.path("metric").asText() + " is answered")
                    .isPresent();
            if (found.isPresent()) {
                ran.add(id);
                JsonNode precise = one.path("expected_full_precision");
                boolean exact = field.equals("expected") && (precise.isNumber() || precise.isArray());
                compare(one, found.get(), flat(exact ? precise : one.path(field)), softly);
            }
        }
        return ran;
    }

    private List<JsonNode> cases(String role) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (JsonNode one : JSON.readTree(file.toFile()).path("cases")) {
                    if (one.path("role").asText().equals(role)) {
                        found.add(one);
                    }
                }
            }
        }
        return found;
    }

    /** A case of several columns has an answer of as many numbers. */
    private Optional<double[]> answer(JsonNode one) {
        JsonNode columns =
                series.series(one.path("inputs").path("returns").asText("")).path("columns");
        if (columns.size() > 1) {
            return Optional.of(StreamSupport.stream(columns.spliterator(), false)
                    .mapToDouble(column ->
                            answers.of(one, ReferenceSeries.doubles(column)).orElseThrow())
                    .toArray());
        }
        double[] x = series.values(one.path("inputs"));
        Optional<double[]> list = lists.of(one, x);
        return list.isPresent() && !direct(one)
                ? list
                : answers.of(one, x).map(value -> new double[] {value}).or(() -> list);
    }

    /** What has an answer of its own, without the way over the table of drawdowns. */
    private static boolean direct(JsonNode one) {
        String selected = one.path("conventions").path("selected_by").asText();
        String metric = one.path("metric").asText();
        return metric.equals(selected.equals("relative") ? "max_drawdown_relative" : "max_drawdown_abs")
                && !selected.isEmpty();
    }

    private static double[] flat(JsonNode expected) {
        return expected.isArray() ? ReferenceSeries.doubles(expected) : new double[] {number(expected)};
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    private static void compare(JsonNode one, double[] found, double[] expected, SoftAssertions softly) {
        softly.assertThat(found).as(one.path("id").asText()).hasSameSizeAs(expected);
        for (int i = 0; i < Math.min(found.length, expected.length); i++) {
            near(one, found[i], expected[i], softly);
        }
    }

    private static void near(JsonNode one, double found, double expected, SoftAssertions softly) {
        String what = one.path("id").asText() + " " + one.path("metric").asText();
        if (Double.isNaN(expected)) {
            softly.assertThat(found).as(what + " is undefined").isNaN();
        } else {
            softly.assertThat(found)
                    .as(what)
                    .isCloseTo(expected, Offset.offset(one.path("tolerance").asDouble()));
        }
    }
}
