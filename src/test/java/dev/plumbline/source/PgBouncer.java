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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PgBouncer of the machine's own before a server, with one connection to share, and stopped by its process id. */
final class PgBouncer implements AutoCloseable {

    private static final int SECONDS = 10;

    private final Path folder;
    private final int port;
    private final Process process;

    private PgBouncer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Skips the test, and says why, where there is no PgBouncer to start.
     *
     * @param mode     session, transaction or statement
     * @param settings more lines of its {@code [pgbouncer]} section
     */
    static PgBouncer start(PostgresServer server, String mode, String... settings)
            throws IOException, InterruptedException {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "needs pgbouncer");
        Path folder = Files.createTempDirectory("plumb-pgbouncer-");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path users = Files.writeString(folder.resolve("users"), "\"bot\" \"" + PostgresServer.PASSWORD + "\"\n");
        Path configuration = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = %s
                default_pool_size = 1
                %s
                """.formatted(
                        server.port(), port, users, mode, String.join("\n", settings)));
        List<String> as = PostgresServer.someoneElse();
        for (Path path : List.of(folder, users, configuration)) {
            PostgresServer.hand(path, as);
        }
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of(program.orElseThrow().toString(), configuration.toString()));
        Path log = Files.createTempFile("plumb-pgbouncer-", ".log");
        log.toFile().deleteOnExit();
        Process process = new ProcessBuilder(command)
                .directory(folder.getRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(folder, port, process);
        bouncer.await(log);
        return bouncer;
    }

    private void await(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < SECONDS * 20; i++) {
            if (Files.readString(log).contains("process up")) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(50);
        }
        close();
        throw new IllegalStateException("PgBouncer did not start: " + Files.readString(log));
    }

    /** As another program that shares its connections. */
    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "bot");
        properties.setProperty("password", PostgresServer.PASSWORD);
        properties.setProperty("prepareThreshold", "0");
        return DriverManager.getConnection("jdbc:postgresql://" + at(database), properties);
    }

    /** What follows the user in a URL. */
    String at(String database) {
        return place() + "/" + database;
    }

    String place() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            // not the program that changed the user, but what it started
            List<ProcessHandle> own = process.descendants().toList();
            (own.isEmpty() ? Stream.of(process.toHandle()) : own.stream()).forEach(ProcessHandle::destroy);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                own.forEach(ProcessHandle::destroyForcibly);
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

    /** Debian keeps it where the path of users who are not root may not lead. */
    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin";
        return Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
