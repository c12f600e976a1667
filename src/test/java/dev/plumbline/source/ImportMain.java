package dev.plumbline.source;

import dev.plumbline.store.Queries;
import java.nio.file.Path;
import java.util.List;

/** An import in a JVM of its own, to be measured. Arguments: the data folder and what to read. */
public final class ImportMain {

    private ImportMain() {}

    public static void main(String[] arguments) {
        System.out.println(Importer.run(
                Path.of(arguments[0]),
                Queries.find(),
                List.of(ImportRequest.of(arguments[1])),
                (stage, done, total) ->
                        System.err.println(System.currentTimeMillis() % 1000000 + " " + stage + " " + done)));
    }
}
