package dev.plumbline.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where answers are kept: {@code <data>/pulled/<system>-<host>-<port>/<UTC time>/}. One that is the same as the newest one
 * of its name is not kept twice.
 *
 * @param bot  the folder of all pulls from this bot
 * @param time the name of this pull's own folder
 */
record PullFolder(Path bot, String time) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A folder that is not there yet, named after the time or the first free second after it. */
    static PullFolder of(Path data, String system, URI address, Instant now) {
        String port = address.getPort() < 0 ? address.getScheme() : Integer.toString(address.getPort());
        Path bot = data.resolve("pulled").resolve(safe(system + "-" + address.getHost() + "-" + port));
        Instant time = now;
        while (Files.exists(bot.resolve(TIME.format(time)))) {
            time = time.plus(1, ChronoUnit.SECONDS);
        }
        return new PullFolder(bot, TIME.format(time));
    }

    /** What a host says, as part of a path: it must not name any other folder. */
    static String safe(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.startsWith(".") ? "_" + plain.substring(1) : plain;
    }

    /** The file that holds these bytes: an earlier one where the answer is still the same. */
    Path keep(String file, byte[] bytes) throws IOException {
        Optional<Path> before = newest(file);
        if (before.isPresent() && Arrays.equals(Files.readAllBytes(before.get()), bytes)) {
            return before.get();
        }
        Path target = bot.resolve(time).resolve(file);
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        Files.write(part, bytes);
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private Optional<Path> newest(String file) throws IOException {
        return earlier().stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** When a folder of this name was last kept; empty where it never was. */
    Optional<Instant> last(String name) throws IOException {
        return earlier().stream()
                .filter(folder -> Files.exists(folder.resolve(name)))
                .findFirst()
                .map(folder -> Instant.from(TIME.parse(folder.getFileName().toString())));
    }

    /** Folders of pulls from this bot, the newest first. */
    private List<Path> earlier() throws IOException {
        if (!Files.isDirectory(bot)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(bot)) {
            return folders.filter(path -> path.getFileName().toString().matches("\\d{8}T\\d{6}Z"))
                    .sorted(Comparator.comparing(
                                    (Path path) -> path.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }
}
