package dev.plumbline.cli;

import dev.plumbline.report.ReportList;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Keeps {@code reports/index.html} at what is there, whenever a report is written. */
final class ReportIndex {

    private ReportIndex() {}

    static Path reports() {
        return Queries.home().resolve("reports");
    }

    /** Does nothing for a page that was written elsewhere. */
    static void listed(Path page, Path reports) {
        Path folder = reports.toAbsolutePath().normalize();
        if (!page.toAbsolutePath().normalize().startsWith(folder)) {
            return;
        }
        try {
            WholeFile.write(folder.resolve(ReportList.FILE), ReportList.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the reports in " + folder + " could not be listed", e);
        }
    }
}
