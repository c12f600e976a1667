package dev.plumbline.cli;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.LoadReport.FileLoad;
import dev.plumbline.model.LoadReport.TableLoad;
import dev.plumbline.model.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What each file of an import brought. A few files are shown one by one, many by their folders, and many folders by
 * system: a page at most, whatever is imported.
 *
 * @param file     its name; of a folder, the folder's with a star
 * @param system   what it was read as, empty where nothing was
 * @param files    how many files these are
 * @param rejected things that could not be used
 * @param tables   what happened to the rows
 */
record ImportedFiles(String file, String system, int files, int rejected, List<TableLoad> tables) {

    private static final int FEW = 20;

    ImportedFiles {
        tables = List.copyOf(tables);
    }

    /** Each file, or folder of very many, that brought rows or was rejected in part, in the order of their names. */
    static Map<String, ImportedFiles> of(LoadReport report) {
        return report.byFile().stream().anyMatch(FileLoad::isFolder) ? ofFolders(report) : ofFiles(report);
    }

    private static Map<String, ImportedFiles> ofFiles(LoadReport report) {
        Map<String, ImportedFiles> files = new TreeMap<>();
        for (FileLoad load : report.byFile()) {
            ImportedFiles file = new ImportedFiles(load.file(), load.system(), 1, 0, tables(load));
            files.merge(load.file(), file, ImportedFiles::withRowsOf);
        }
        for (Rejected what : report.rejected()) {
            files.merge(what.file(), new ImportedFiles(what.file(), "", 1, 1, List.of()), ImportedFiles::withRowsOf);
        }
        return files;
    }

    /** A folder with files of two systems is told once for each. */
    private static Map<String, ImportedFiles> ofFolders(LoadReport report) {
        Map<String, ImportedFiles> folders = new TreeMap<>();
        for (FileLoad load : report.byFile()) {
            String name = folder(load.file()) + "  " + load.system();
            int rejected = folders.containsKey(name) ? 0 : (int) load.rejected();
            ImportedFiles folder =
                    new ImportedFiles(load.file(), load.system(), (int) load.files(), rejected, tables(load));
            folders.merge(name, folder, ImportedFiles::withRowsOf);
        }
        return folders;
    }

    private static List<TableLoad> tables(FileLoad load) {
        return load.table().isEmpty()
                ? List.of()
                : List.of(new TableLoad(load.table(), load.loaded(), load.updated(), load.unchanged(), 0));
    }

    /** The lines above the totals; none for a single file, whose rows the totals are. */
    static List<String> blocks(LoadReport report, int width) {
        boolean folders = report.byFile().stream().anyMatch(FileLoad::isFolder);
        Map<String, ImportedFiles> files = of(report);
        Map<String, ImportedFiles> shown = files;
        if (folders || files.size() > FEW) {
            shown = together(files, file -> folders ? file : folder(file) + "  " + files.get(file).system);
        }
        if (shown.size() > FEW) {
            shown = together(files, file -> files.get(file).system);
        }
        List<String> lines = new ArrayList<>();
        if (shown.size() > 1) {
            shown.forEach((name, what) -> {
                lines.add(heading(name, what, width));
                what.tables.forEach(table -> lines.add(Imports.line("  ", table)));
            });
            lines.add("together");
        }
        return lines;
    }

    private static Map<String, ImportedFiles> together(
            Map<String, ImportedFiles> files, Function<String, String> group) {
        Map<String, ImportedFiles> groups = new TreeMap<>();
        files.forEach((name, file) -> groups.merge(group.apply(name).strip(), file, (one, other) -> {
            ImportedFiles both = one.withRowsOf(other);
            return new ImportedFiles(both.file, both.system, one.files + other.files, both.rejected, both.tables);
        }));
        return groups;
    }

    private ImportedFiles withRowsOf(ImportedFiles other) {
        Map<String, TableLoad> sums = new TreeMap<>();
        List<TableLoad> all = new ArrayList<>(tables);
        all.addAll(other.tables);
        all.forEach(table -> sums.merge(
                table.table(),
                table,
                (a, b) -> new TableLoad(
                        a.table(),
                        a.loaded() + b.loaded(),
                        a.updated() + b.updated(),
                        a.unchanged() + b.unchanged(),
                        0)));
        return new ImportedFiles(
                file,
                system.isEmpty() ? other.system : system,
                files,
                rejected + other.rejected,
                List.copyOf(sums.values()));
    }

    /** A name, shortened from its beginning where the line would be too long, and what else is to say. */
    private static String heading(String name, ImportedFiles what, int width) {
        String rest = (what.files > 1 ? String.format(Locale.ROOT, "  %,d files", what.files) : "")
                + (what.rejected > 0 ? String.format(Locale.ROOT, "  %,d rejected", what.rejected) : "");
        int room = Math.max(width - rest.length(), FEW);
        String called = name.isEmpty() ? "not read" : name;
        return (called.length() <= room ? called : "…" + called.substring(called.length() - room + 1)) + rest;
    }

    private static String folder(String file) {
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return slash < 0 ? "" : file.substring(0, slash + 1);
    }
}
