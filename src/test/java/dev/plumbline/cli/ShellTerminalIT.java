package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell on a pseudo-terminal, which {@code script} of util-linux gives. */
class ShellTerminalIT {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @Test
    void tab_completes_then_shows_signatures_then_says_what_a_call_does(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT), "no " + SCRIPT + ", which gives a terminal");
        ProcessBuilder builder = new ProcessBuilder(
                        SCRIPT.toString(),
                        "-qec",
                        "stty rows 24 cols 80; exec '" + Launched.HOME.resolve("plumb") + "' shell --data '"
                                + folder.resolve("data") + "'",
                        "/dev/null")
                .redirectErrorStream(true);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        Process terminal = builder.start();
        try (InputStream screen = terminal.getInputStream();
                OutputStream keys = terminal.getOutputStream()) {
            await(screen, "jshell> ");
            type(keys, "Charts.dailyP\t");
            await(screen, "nl(");
            type(keys, "\t");
            assertThat(await(screen, "press tab again to see documentation"))
                    .contains("Showable Charts.dailyPnl(Window window)");
            type(keys, "\t");
            await(screen, "Profit and loss by exit day.");
        } finally {
            terminal.descendants().forEach(ProcessHandle::destroyForcibly);
            terminal.destroyForcibly().waitFor();
        }
    }

    private static void type(OutputStream keys, String typed) throws IOException {
        keys.write(typed.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** What the screen showed up to these words; fails after three minutes without them, since the first call of a build takes its time. */
    private static String await(InputStream screen, String words) throws Exception {
        StringBuilder seen = new StringBuilder();
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (seen.indexOf(words) < 0) {
            assertThat(System.nanoTime())
                    .as("waited for \"" + words + "\", saw " + seen)
                    .isLessThan(end);
            if (screen.available() > 0) {
                byte[] some = new byte[screen.available()];
                seen.append(new String(some, 0, screen.read(some), StandardCharsets.UTF_8));
            } else {
                Thread.sleep(20);
            }
        }
        return seen.toString();
    }
}
