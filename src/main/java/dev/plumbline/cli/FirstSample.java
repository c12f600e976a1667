package dev.plumbline.cli;

import dev.plumbline.Workbench;
import dev.plumbline.model.LoadReport;
import dev.plumbline.sample.Fleet;
import dev.plumbline.sample.FleetOptions;
import dev.plumbline.source.SourcesFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a review does when there is no data yet: it makes a sample, imports it, and says so. */
final class FirstSample {

    private FirstSample() {}

    static void make(Path data, int days, PrintWriter err) throws IOException {
        Path folder = data.resolve("sample");
        Fleet.write(folder, FleetOptions.until(LocalDate.now(ZoneOffset.UTC)).withDays(days));
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
}
