package dev.plumbline.cli;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import dev.plumbline.source.ImportRequest;
import dev.plumbline.source.Importer;
import dev.plumbline.store.Queries;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs an import for a command and says what came of it. */
final class Imports {

    /** Rejections that are printed; all of them are kept in the store. */
    private static final int SHOWN = 20;

    private Imports() {}

    static LoadReport run(Path data, List<ImportRequest> requests, PrintWriter err) {
        try (ProgressLine line = new ProgressLine(err)) {
            return Importer.run(data, Queries.find(), requests, line);
        }
    }

    /** The report for people: the files or their folders, a line a table, what was rejected, then notes. */
    static void print(LoadReport report, PrintWriter out, PrintWriter err) {
        ImportedFiles.blocks(report, Screen.width()).forEach(out::println);
        for (LoadReport.TableLoad table : report.tables()) {
            out.println(line("", table));
        }
        report.rejected().stream().limit(SHOWN).map(Rejected::toString).forEach(err::println);
        if (report.rejected().size() > SHOWN) {
            err.println("… and " + (report.rejected().size() - SHOWN) + " more: plumb sources --rejected");
        }
        report.notes().forEach(note -> err.println("note: " + note));
        if (report.files() == 0 && report.rejected().isEmpty()) {
            err.println("nothing there is a file of a system that can be read: plumb sources lists them");
        }
        out.println(String.format(
                Locale.ROOT,
                "%,d files, %,d known already, %,d rows loaded, %,d updated, %,d rejected",
                report.files(),
                report.unchanged(),
                report.loaded(),
                report.updated(),
                report.rejected().size()));
    }

    /** What happened to a table's rows: only what did. */
    static String line(String indent, LoadReport.TableLoad table) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%s%-12s", indent, table.table()));
        part(line, table.loaded(), "loaded");
        part(line, table.updated(), "updated");
        part(line, table.unchanged(), "unchanged");
        part(line, table.removed(), "removed");
        return line.toString();
    }

    private static void part(StringBuilder line, long n, String word) {
        if (n > 0) {
            line.append(String.format(Locale.ROOT, "%,12d %s", n, word));
        }
    }

    static int exitCode(LoadReport report) {
        if (report.nothingUsable() || report.files() == 0) {
            return ExitCode.FAILED;
        }
        return report.rejected().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }
}
