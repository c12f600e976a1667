package dev.plumbline.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A page as PDF, printed by a Chromium that is installed. */
final class Pdf {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int MINUTES = 2;

    private Pdf() {}

    /** @throws IllegalStateException when there is no browser, or it prints nothing */
    static Path print(Path page) {
        Path browser = browser()
                .orElseThrow(
                        () -> new IllegalStateException("--pdf needs a Chromium, which prints the page (Debian: apt"
                                + " install chromium); the page itself is " + page));
        String name = String.valueOf(page.getFileName()).replaceFirst("\\.html$", "") + ".pdf";
        Path pdf = page.resolveSibling(name);
        try {
            Files.deleteIfExists(pdf);
            Path profile = Files.createTempDirectory("plumbline-pdf");
            Process process = new ProcessBuilder(command(browser, profile, page, pdf.toAbsolutePath()))
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("log").toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            delete(profile);
            if (!ended || process.exitValue() != 0 || !Files.exists(pdf)) {
                throw new IllegalStateException(browser + " printed no " + pdf + "; the page itself is " + page);
            }
            return pdf;
        } catch (IOException e) {
            throw new UncheckedIOException(browser + " could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("printing was interrupted", e);
        }
    }

    /** Without a virtual time the page is printed before it is drawn. */
    private static List<String> command(Path browser, Path profile, Path page, Path pdf) {
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--user-data-dir=" + profile,
                "--virtual-time-budget=10000",
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add(page.toUri().toString());
        return command;
    }

    static Optional<Path> browser() {
        return BROWSERS.stream()
                .flatMap(name -> Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
