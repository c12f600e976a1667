package dev.plumbline.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Twelve days of one system, read back: what a test counts in the files, and what truth.json says. */
record Sample(Path folder, JsonNode truth) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final FleetOptions OPTIONS =
            FleetOptions.until(LocalDate.of(2026, 11, 17)).withDays(12);

    static Sample planted(Path folder, String system) throws IOException {
        return of(folder, OPTIONS.withSystems(Set.of(system)));
    }

    /** With an empty plant file. */
    static Sample calm(Path folder, String system) throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.yaml"), "");
        return of(folder.resolve("calm"), OPTIONS.withSystems(Set.of(system)).withPlant(nothing));
    }

    private static Sample of(Path folder, FleetOptions options) throws IOException {
        Fleet.write(folder, options);
        return new Sample(folder, JSON.readTree(folder.resolve("truth.json").toFile()));
    }

    /** The agent's files whose name begins and ends so, by name. */
    List<Path> files(String agent, String begin, String end) {
        try (Stream<Path> files = Files.list(folder.resolve(agent))) {
            return files.filter(file -> file.getFileName().toString().startsWith(begin)
                            && file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String agent, String name) {
        return folder.resolve(agent).resolve(name);
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** Every planted change of a kind. */
    List<JsonNode> all(String kind) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode plant : truth.get("planted")) {
            if (plant.get("kind").asText().equals(kind)) {
                all.add(plant);
            }
        }
        return all;
    }

    JsonNode plant(String kind) {
        return all(kind).get(0);
    }

    /** A figure of the first change of a kind. */
    double found(String kind, String figure) {
        return plant(kind).get("found").get(figure).asDouble();
    }

    static Instant from(JsonNode plant) {
        return Instant.parse(plant.get("from").asText());
    }

    static Instant to(JsonNode plant) {
        return Instant.parse(plant.get("to").asText());
    }

    static boolean covers(JsonNode plant, Instant time) {
        return !time.isBefore(from(plant)) && time.isBefore(to(plant));
    }

    static String names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return String.join(",", names);
    }
}
