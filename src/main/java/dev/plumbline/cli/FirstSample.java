package dev.plumbline.cli;

import dev.plumbline.Workbench;
import dev.plumbline.model.LoadReport;
import dev.plumbline.sample.Fleet;
import dev.plumbline.sample.FleetOptions;
import dev.plumbline.source.SourcesFile;
import dev.plumbline.store.Queries;
import dev.plumbline.store.StoreWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What a review does when there is no data yet: it makes a sample, imports it, and says so. */
final class FirstSample {

    private FirstSample() {}

    static void make(Path data, int days, PrintWriter err) throws IOException {
        Path folder = data.resolve("sample");
        FleetOptions options = FleetOptions.until(LocalDate.now(ZoneOffset.UTC)).withSystems(FleetOptions.FIRST);
        Fleet.write(folder, options.withDays(days));
        Files.writeString(folder.resolve(Workbench.FIRST_SAMPLE), "made because the store was empty\n");
        LoadReport report = Imports.run(data, SourcesFile.read(folder.resolve("sources.yaml")), err);
        err.println(String.format(
                Locale.ROOT,
                "no data yet: made %d days of two bots in %s, imported %,d files, %,d rows, %d rejected%s",
                days,
                folder,
                report.files(),
                report.loaded(),
                report.rejected().size(),
                report.rejected().isEmpty() ? "" : " (plumb sources --rejected)"));
    }

    /**
     * Takes the sample out of the store again once there are files of the user's own: a simulated bot must not stand
     * beside his in a review. Its files stay in the data folder.
     */
    static void retire(Path data, PrintWriter err) throws IOException {
        Path folder = data.resolve("sample").toAbsolutePath().normalize();
        Path mark = folder.resolve(Workbench.FIRST_SAMPLE);
        if (!Files.exists(mark)) {
            return;
        }
        List<String> simulated;
        long own;
        try (Workbench lab = Workbench.open(data)) {
            simulated = List.of(lab.store()
                    .select(
                            "SELECT agent FROM files GROUP BY agent HAVING BOOL_AND(starts_with(path, ?)) ORDER BY agent",
                            folder.toString())
                    .texts("agent"));
            own = lab.agents().stream()
                    .filter(agent -> !simulated.contains(agent.scope().agent()))
                    .count();
        }
        if (own == 0) {
            return;
        }
        try (StoreWriter writer = StoreWriter.open(data, Queries.find())) {
            simulated.forEach(agent -> writer.forget("agent", agent));
        }
        Files.delete(mark);
        err.println("the sample of the first review is out of the store again: " + String.join(", ", simulated));
    }
}
