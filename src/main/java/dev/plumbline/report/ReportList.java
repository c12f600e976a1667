package dev.plumbline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page that lists the reports of a folder: where every agent stands, how it went so far, and every report. Made of
 * nothing but the reports that are there, so equal folders give equal bytes.
 */
public final class ReportList {

    /** The list's own name in the folder. */
    public static final String FILE = "index.html";

    private static final int DEPTH = 4;

    private ReportList() {}

    /** The list of every page below the folder that has its JSON beside it. */
    public static String of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return html(files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .flatMap(page -> read(folder, page).stream())
                    .toList());
        }
    }

    private static Optional<ListedReport> read(Path folder, Path page) {
        Path json = page.resolveSibling(page.getFileName().toString().replaceFirst("\\.html$", ".json"));
        String path = folder.relativize(page).toString().replace('\\', '/');
        return Files.isRegularFile(json) ? ListedReport.read(path, json) : Optional.empty();
    }

    private static String html(List<ListedReport> reports) {
        ReportListView view = ReportListView.of(reports);
        int agents = view.agents().size();
        String scope = reports.isEmpty()
                ? "no report yet: plumb review weekly makes the first"
                : Words.count(reports.size(), "report", "reports")
                        + (agents == 0 ? "" : " · " + Words.count(agents, "agent", "agents"))
                        + view.newest().stream()
                                .findFirst()
                                .map(report -> " · newest " + report.days())
                                .orElse("");
        return PageHtml.write("PLUMBLINE", "Reports", scope, PageAssets.listStyle(), Templates.reports(view));
    }
}
