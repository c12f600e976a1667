package dev.plumbline;

import dev.plumbline.model.LoadReport;
import dev.plumbline.source.ImportRequest;
import dev.plumbline.source.Importer;
import dev.plumbline.source.Progress;
import dev.plumbline.source.SourcesFile;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A store of a few hand-made files, filled through the importer as a user would. */
record TinyStore(Path folder) {

    TinyStore file(String name, String text) throws IOException {
        Path file = folder.resolve("bots").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** A SQLite file, made by statements that end with a semicolon at the end of a line. */
    TinyStore database(String name, String... scripts) throws IOException, SQLException {
        Path file = folder.resolve("bots").resolve(name);
        Files.createDirectories(file.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                for (String sql : List.of(script.split(";\\s*\n"))) {
                    statement.execute(sql);
                }
            }
        }
        return this;
    }

    LoadReport load() throws IOException {
        Path sources = folder.resolve("bots/sources.yaml");
        List<ImportRequest> requests = new ArrayList<>();
        if (Files.exists(sources)) {
            requests.addAll(SourcesFile.read(sources));
        } else {
            requests.add(ImportRequest.of(folder.resolve("bots").toString()));
        }
        return Importer.run(folder.resolve("data"), Queries.find(), requests, Progress.none());
    }

    Workbench open() throws IOException {
        load();
        return Workbench.open(folder.resolve("data"));
    }
}
