package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads files together. Where something that one of them says makes a query fail, that file alone is rejected and the others
 * are read without it: an import does not end at one value that nobody thought of.
 */
final class Survivors {

    /** What a value can be to blame for; a full disk or a mistake in a query is nobody's file. */
    private static final Pattern OF_THE_DATA =
            Pattern.compile("Invalid Input Error|Conversion Error|Out of Range Error|Binder Error|Constraint Error");

    private Survivors() {}

    /** What is done with some of the files. */
    interface Work {
        void on(List<SourceFile> files, Rejections rejections);
    }

    /** @param ways of reading, the next where one fails */
    static void read(List<SourceFile> files, Staging staging, Rejections rejections, Work... ways) {
        QueryFailed last = null;
        for (Work work : ways) {
            Rejections said = new Rejections();
            try {
                work.on(files, said);
                said.rejected().forEach(rejections::reject);
                said.notes().forEach(rejections::note);
                return;
            } catch (QueryFailed e) {
                if (!OF_THE_DATA.matcher(String.valueOf(e.getMessage())).find()) {
                    throw e;
                }
                takeBack(files, staging);
                last = e;
            }
        }
        if (last != null) {
            if (files.size() == 1) {
                rejections.reject(Rejected.file(
                        files.get(0).shown(),
                        "something in this file cannot be read, so that it is left out whole: " + last.getMessage()));
            } else {
                int half = files.size() / 2;
                read(files.subList(0, half), staging, rejections, ways);
                read(files.subList(half, files.size()), staging, rejections, ways);
            }
        }
    }

    /** Takes out the rows that files had brought when the query failed. */
    private static void takeBack(List<SourceFile> files, Staging staging) {
        String names = files.stream().map(file -> DuckDb.literal(file.shown())).collect(Collectors.joining(", "));
        for (String table : staging.tables()) {
            DuckDb.execute(
                    staging.connection(),
                    "taking back rows of " + table,
                    "DELETE FROM staged." + DuckDb.identifier(table) + " WHERE system IS NULL AND file IN (" + names
                            + ")");
        }
    }
}
