package dev.plumbline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Rules;
import dev.plumbline.metric.Metrics;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A list out of a system's guide, held against a window: its daily lines, or what it calls P0. The file is one of rules, in
 * {@code data/rules/lists}, with what only a person can do beside them.
 *
 * @param rows    what each rule says
 * @param quality names of checks of the data that belong to the list, with what each found
 * @param byHand  what no file can answer
 */
record GuideList(List<Deviation> rows, List<Checked> quality, List<String> byHand) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A check of the data; found is empty where it found nothing. */
    record Checked(String name, List<Quality.Finding> found) {}

    /** Empty where the guide of the window's system has no such list, or the window no rows. */
    static Optional<GuideList> of(Window window, Optional<Baseline> baseline, String name) {
        Path file = Queries.home().resolve("data/rules/lists/" + window.scope().system() + "-" + name + ".yaml");
        if (window.workbench().isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> checks = words(file, "quality");
        List<Quality.Finding> found =
                checks.isEmpty() ? List.of() : window.quality().findings();
        return Optional.of(new GuideList(
                Judgement.byList(window, baseline, Rules.read(file, Metrics.ALL)),
                checks.stream()
                        .map(check -> new Checked(
                                check,
                                found.stream()
                                        .filter(it ->
                                                it.check().equals(check) && it.severity() != Quality.Severity.INFO)
                                        .toList()))
                        .toList(),
                words(file, "by_hand")));
    }

    private static List<String> words(Path file, String key) {
        try {
            JsonNode list = YAML.readTree(file.toFile()).path(key);
            List<String> words = new ArrayList<>();
            StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .forEach(words::add);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
