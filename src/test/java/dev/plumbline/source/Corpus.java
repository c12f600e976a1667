package dev.plumbline.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real files of real systems, which lie beside the checkout; a test that needs them is skipped where they do not. */
final class Corpus {

    private Corpus() {}

    static Path of(String folder) {
        Path shared = Path.of(Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"));
        Path corpus = shared.resolve("corpus").resolve(folder);
        Assumptions.assumeTrue(Files.exists(corpus), "needs real files in " + corpus);
        return corpus.toAbsolutePath();
    }
}
