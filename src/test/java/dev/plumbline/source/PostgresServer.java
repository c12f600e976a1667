package dev.plumbline.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server of the machine's own, started for one test class on a port of loopback with an empty data folder,
 * and stopped by its process id. Its user is {@code bot}, whose password is {@link #PASSWORD}.
 */
final class PostgresServer implements AutoCloseable {

    static final String PASSWORD = "sécret:@/x";

    private static final int SECONDS = 30;

    private final Path folder;
    private final int port;
    private final Process process;

    private PostgresServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Skips the tests, and says why, where there is no server to start. */
    static PostgresServer start() throws IOException, InterruptedException, SQLException {
        Optional<Path> programs = programs();
        Assumptions.assumeTrue(programs.isPresent(), "needs PostgreSQL's initdb and postgres");
        Path bin = programs.orElseThrow();
        List<String> as = someoneElse();
        Path folder = Files.createTempDirectory("plumb-postgres-");
        Path password = folder.resolve("password");
        Files.writeString(password, PASSWORD);
        hand(folder, as);
        hand(password, as);
        Path log = Files.createTempFile("plumb-postgres-", ".log");
        log.toFile().deleteOnExit();
        List<String> initdb = new ArrayList<>(as);
        initdb.addAll(List.of(
                bin.resolve("initdb").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-U",
                "bot",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C"));
        Process made = new ProcessBuilder(initdb)
                .directory(folder.getRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean done = made.waitFor(SECONDS, TimeUnit.SECONDS) && made.exitValue() == 0;
        Assumptions.assumeTrue(done, () -> "needs a working initdb: " + read(log));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> postgres = new ArrayList<>(as);
        postgres.addAll(List.of(
                bin.resolve("postgres").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "autovacuum=off",
                "-c",
                "timezone=Asia/Dubai"));
        Process process = new ProcessBuilder(postgres)
                .directory(folder.getRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PostgresServer server = new PostgresServer(folder, port, process);
        server.await(log);
        return server;
    }

    private void await(Path log) throws InterruptedException {
        for (int i = 0; i < SECONDS * 20; i++) {
            try (Connection connection = connect("postgres")) {
                if (connection.isValid(SECONDS)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(50);
            }
        }
        close();
        throw new IllegalStateException("PostgreSQL did not start: " + read(log));
    }

    /** As the superuser, to make what a test reads. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "bot", PASSWORD);
    }

    /** Makes a database and runs statements in it. */
    void database(String name, String... statements) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        run(name, statements);
    }

    void run(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    int port() {
        return port;
    }

    /** What follows the user in a URL. */
    String at(String database) {
        return "127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        try {
            Path pid = folder.resolve("data/postmaster.pid");
            if (Files.exists(pid)) {
                // the server may be a child of the program that changed the user
                String id = Files.readAllLines(pid).get(0).strip();
                new ProcessBuilder("kill", "-INT", id).start().waitFor(5, TimeUnit.SECONDS);
            }
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(folders::add);
            }
        }
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1)) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    /** The server refuses to run as root. */
    static List<String> someoneElse() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/runuser")), "as root, needs runuser");
        return List.of("/usr/sbin/runuser", "-u", user(), "--");
    }

    private static String user() {
        return read(Path.of("/etc/passwd")).lines().anyMatch(line -> line.startsWith("postgres:"))
                ? "postgres"
                : "nobody";
    }

    static void hand(Path path, List<String> as) throws IOException {
        if (!as.isEmpty()) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user()));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
