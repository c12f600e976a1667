package dev.plumbline.source;

import dev.plumbline.store.Staging;
import java.util.List;

/** Log files into one table of {@code raw}: a row a record, with the lines that continue it. */
final class LogLoad {

    private LogLoad() {}

    static void run(List<SourceFile> files, FileKind kind, Staging staging, TimeReader times, Rejections rejections) {
        throw new UnsupportedOperationException("log files of " + kind.table() + " are not read yet");
    }
}
