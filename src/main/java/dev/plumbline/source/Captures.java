package dev.plumbline.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files to read of a request: those below its paths, and those that the answers at its addresses were saved as. */
final class Captures {

    private Captures() {}

    /** @param data the data folder, where answers are kept */
    static List<FileWalk.Found> of(ImportRequest request, Sources sources, Path data, Rejections rejections) {
        List<FileWalk.Found> found = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String path : request.paths()) {
            if (HttpCapture.takes(path)) {
                request.system()
                        .map(sources::named)
                        .ifPresentOrElse(
                                system -> found.addAll(HttpCapture.capture(path, system, data, rejections)),
                                () -> HttpSuggestion.make(path, sources, rejections));
            } else {
                plain.add(path);
            }
        }
        found.addAll(FileWalk.of(plain, rejections));
        return found;
    }
}
