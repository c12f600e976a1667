package dev.plumbline.model;

import java.util.List;

/**
 * What one import did. Partial success is a value: what loaded, and each thing that did not, with its place and reason.
 *
 * @param importId   the import's number; 0 when nothing was published
 * @param files      files that were read or tried
 * @param unchanged  files known already by content and options, not read again
 * @param tables     per canonical table, what happened to its rows
 * @param byFile     the same per file and table; of more than 1,000 files, per folder and table
 * @param rejected   what could not be used
 * @param notes      what a reader of the figures should know, such as an assumed zone or an ignored table
 */
public record LoadReport(
        long importId,
        int files,
        int unchanged,
        List<TableLoad> tables,
        List<FileLoad> byFile,
        List<Rejected> rejected,
        List<String> notes) {

    public LoadReport {
        tables = List.copyOf(tables);
        byFile = List.copyOf(byFile);
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
    }

    /** Rows of one table: new, replaced because their content changed, known already, removed because options changed. */
    public record TableLoad(String table, long loaded, long updated, long unchanged, long removed) {}

    /**
     * Rows that one file, or the files of one folder, brought to one table.
     *
     * @param file     its name; of a folder, the folder's with {@code *} for the names of the files
     * @param system   what it was read as
     * @param files    how many files these are
     * @param rejected of a folder, how many things could not be used, whatever their table; 0 of a file
     */
    public record FileLoad(
            String file,
            String system,
            String table,
            long files,
            long rejected,
            long loaded,
            long updated,
            long unchanged) {

        /** Of one file. */
        public FileLoad(String file, String system, String table, long loaded, long updated, long unchanged) {
            this(file, system, table, 1, 0, loaded, updated, unchanged);
        }

        /** Whether these are the files of a folder. */
        public boolean isFolder() {
            return file.endsWith("*");
        }
    }

    public long loaded() {
        return tables.stream().mapToLong(TableLoad::loaded).sum();
    }

    public long updated() {
        return tables.stream().mapToLong(TableLoad::updated).sum();
    }

    public boolean nothingUsable() {
        return !rejected.isEmpty()
                && tables.stream().allMatch(t -> t.loaded() + t.updated() + t.unchanged() == 0)
                && unchanged == 0;
    }
}
