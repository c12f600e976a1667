package dev.plumbline.source;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder of files, a store beside it, and imports of the one into the other. */
record Imports(Path folder) {

    Path path(String name) {
        return folder.resolve("files").resolve(name);
    }

    Imports write(String name, String text) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LoadReport load() {
        return load(Optional.empty(), ImportOptions.of(""), "");
    }

    LoadReport load(Optional<String> system, ImportOptions told, String name) {
        ImportRequest request = new ImportRequest(List.of(path(name).toString()), system, told);
        return Importer.run(folder.resolve("data"), Queries.find(), List.of(request), Progress.none());
    }

    Rows rows(String sql) {
        try (Store store = Store.open(folder.resolve("data"), Queries.find())) {
            return store.select(sql);
        }
    }

    /** Rejections with paths below the folder of files. */
    List<String> said(LoadReport report) {
        return report.rejected().stream()
                .map(Rejected::toString)
                .map(line -> line.replace(path("").toString() + "/", ""))
                .toList();
    }
}
