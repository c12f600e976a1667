package dev.plumbline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real browser that opens pages from disk and without a network; a test that needs it is skipped where there is none.
 *
 * @param folder where its profile and what it says are kept
 */
public record Browser(Path folder) {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final long MINUTES = 3;

    /** The document after its scripts ran. */
    public String opened(Path page) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + " on this machine");
        Path dom = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--window-size=1180,9000",
                        "--virtual-time-budget=30000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(log().toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("chromium did not end within " + MINUTES + " minutes");
        }
        return Files.readString(dom);
    }

    /** What the newest page wrote to the console: errors of scripts, and what the page's policy refused. */
    public List<String> console() throws IOException {
        return Files.readAllLines(log()).stream()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
    }

    private Path log() {
        return folder.resolve("log.txt");
    }
}
