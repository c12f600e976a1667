package dev.plumbline.source;

import dev.plumbline.store.Staging;
import java.util.List;
import java.util.Set;

/** Prometheus' text exposition into one table of {@code raw}: a row a sample. */
final class PrometheusText {

    private PrometheusText() {}

    /** Whether bytes are the beginning of an exposition that has these metrics. */
    static boolean looksLike(byte[] head, Set<String> has, Set<String> any) {
        return false;
    }

    static void run(List<SourceFile> files, FileKind kind, Staging staging, Rejections rejections) {
        files.forEach(file ->
                rejections.reject(dev.plumbline.model.Rejected.file(file.shown(), "expositions are not read yet")));
    }
}
