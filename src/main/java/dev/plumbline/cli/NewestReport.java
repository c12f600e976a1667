package dev.plumbline.cli;

import dev.plumbline.baseline.Check;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest page below {@code reports} that shows these agents, which a message can link to. */
final class NewestReport {

    private NewestReport() {}

    /** {@code 2026-11-16/weekly-review.html}, or a page of the only agent. */
    static Optional<String> of(List<Check> checks) {
        return of(checks, Queries.home().resolve("reports"));
    }

    static Optional<String> of(List<Check> checks, Path reports) {
        if (!Files.isDirectory(reports)) {
            return Optional.empty();
        }
        String agent = checks.size() == 1 ? "-" + checks.get(0).scope().slug() : "";
        List<String> names = List.of("weekly-review" + agent + ".html", "daily-summary" + agent + ".html");
        try (Stream<Path> days = Files.list(reports)) {
            return days.filter(day -> day.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}"))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(day -> names.stream().map(day::resolve))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .map(page -> reports.relativize(page).toString().replace('\\', '/'));
        } catch (IOException e) {
            throw new UncheckedIOException(reports + " could not be read", e);
        }
    }
}
