package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A real server of the machine: what a capture reads, what it says, and that it leaves nothing behind. */
@Isolated
final class PostgresCaptureTest {

    private static PostgresServer server;

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = PostgresServer.start();
        server.database("fox_crypto", FoxTables.DDL_2025, FoxTables.ROWS_2025);
        server.database("fox_2026", FoxTables.DDL_2026, FoxTables.ROWS_2026);
        server.run("postgres", "CREATE ROLE reader LOGIN PASSWORD 'reader'", "CREATE ROLE stranger LOGIN PASSWORD 'x'");
        server.run(
                "fox_2026",
                "GRANT USAGE ON SCHEMA monitoring TO reader",
                "GRANT SELECT ON monitoring.positions, monitoring.trailing_stop_state TO reader");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static String url(String database) {
        return "postgresql://bot:" + URLEncoder.encode(PostgresServer.PASSWORD, StandardCharsets.UTF_8) + "@"
                + server.at(database);
    }

    private LoadReport load(String url, String... as) {
        return Importer.run(
                data,
                Queries.find(),
                List.of(new ImportRequest(List.of(url), Stream.of(as).findFirst(), ImportOptions.of(""))),
                Progress.none());
    }

    private static List<String> said(LoadReport report) {
        return report.rejected().stream().map(Rejected::toString).toList();
    }

    private Rows rows(String sql) {
        try (Store store = Store.open(data, Queries.find())) {
            return store.select(sql);
        }
    }

    @Test
    void smoke() {
        LoadReport report = load(url("fox_crypto"));
        System.out.println(report);
        System.out.println(load(url("fox_crypto")));
        System.out.println(load(url("fox_2026")));
    }
}
