package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    @TempDir
    private Path folder;

    private static Launched plumb(Map<String, String> environment, String... args) {
        return Launched.plumb(environment, args);
    }

    @Test
    void help_comes_without_a_warning() {
        Launched help = plumb(Map.of(), "--help");
        assertThat(help.out()).startsWith("Usage: plumb").doesNotContain("\u001b");
        assertThat(help.err()).isEmpty();
        assertThat(help.code()).isZero();
    }

    @Test
    void it_works_through_a_link_from_another_folder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("plumb link"), Launched.HOME.resolve("plumb"));
        Launched said = Launched.run(Map.of(), folder, "", List.of(link.toString(), "--version"));
        assertThat(said.out()).startsWith("plumbline ");
        assertThat(said.code()).isZero();
    }

    @Test
    void a_java_home_without_java_is_named() {
        Launched said = plumb(Map.of("JAVA_HOME", folder.toString()), "--version");
        assertThat(said.err())
                .isEqualTo("plumb: JAVA_HOME is " + folder
                        + ", which has no bin/java: set it to a JDK 17 or later, or unset it\n");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void an_old_java_is_refused_with_its_version() throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Launched said = plumb(Map.of("JAVA_HOME", folder.toString()), "--version");
        assertThat(said.err())
                .isEqualTo("plumb: Java 11.0.2 at " + java
                        + " is too old: Plumbline needs a JDK 17 or later (set JAVA_HOME)\n");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void an_installation_that_is_not_built_is_named() {
        Launched said = plumb(Map.of("PLUMB_HOME", folder.toString()), "--version");
        assertThat(said.err())
                .isEqualTo("plumb: PLUMB_HOME is " + folder
                        + ", where nothing is built: unset it, or run mvn package there\n");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_file_whose_name_is_not_ascii_is_read_in_the_locale_that_cron_has() throws Exception {
        // by a shell, for this Java may be unable to name it
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "printf 'symbol,side,entry_time,exit_time,pnl\\nBTCUSDT,long,2026-01-01T00:00:00Z,2026-01-01T01:00:00Z,5\\n'"
                                + " > \"$(printf 'caf\\303\\251.csv')\"")
                .directory(folder.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();
        Path data = folder.resolve("data");
        Launched said = plumb(Map.of("LC_ALL", "C"), "import", folder.toString(), "--data", data.toString());
        assertThat(said.out()).contains("1 rows loaded").contains("0 rejected");
        assertThat(said.code()).isZero();
    }

    @Test
    void a_shell_that_is_killed_leaves_nothing_in_the_temporary_folder() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(
                        Launched.HOME.resolve("plumb").toString(),
                        "shell",
                        "--data",
                        folder.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary + " -Djava.util.prefs.userRoot=" + folder);
        Process shell = builder.start();
        try (BufferedReader out = shell.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("no data yet: plumb import PATH ");
        } finally {
            shell.destroyForcibly().waitFor();
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }
}
