package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellSourcesTest {

    @Test
    void our_sources_come_before_a_folder_a_module_of_the_jdk(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("src/main/java"));
        Files.createDirectories(home.resolve("lib"));
        try (OutputStream out = Files.newOutputStream(home.resolve("lib/src.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("java.base/java/lang/Object.java"));
            zip.write("class Object {}".getBytes(StandardCharsets.UTF_8));
        }
        List<Path> roots = ShellSources.of(home, home);
        assertThat(roots).hasSize(2).first().isEqualTo(home.resolve("src/main/java"));
        assertThat(roots.get(1).resolve("java/lang/Object.java")).content().contains("class Object");
        roots.get(1).getFileSystem().close();
    }

    @Test
    void where_there_are_no_sources_there_is_no_root(@TempDir Path home) throws IOException {
        assertThat(ShellSources.of(home, home)).isEmpty();
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/src.zip"), "not an archive");
        assertThat(ShellSources.of(home, home)).isEmpty();
    }

    @Test
    void tab_tells_what_our_calls_and_metrics_are() {
        assumeTrue(
                JShell.class.getModule().isOpen("jdk.jshell", ShellSources.class.getModule()),
                "the JVM of the tests was started without --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED");
        ShellSources.of(Queries.home(), Path.of("nowhere")).install();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            assertThat(documentation(shell, "dev.plumbline.Charts.dailyPnl("))
                    .containsExactly("Profit and loss by exit day.");
            assertThat(documentation(shell, "dev.plumbline.metric.Metrics.SHARPE"))
                    .singleElement()
                    .asString()
                    .startsWith("Mean excess return over its deviation, scaled to a year");
        }
    }

    @Test
    void tab_tells_what_help_is_for() throws IOException {
        assumeTrue(
                JShell.class.getModule().isOpen("jdk.jshell", ShellSources.class.getModule()),
                "the JVM of the tests was started without --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED");
        ShellSources.of(Queries.home(), Path.of("nowhere")).install();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            Files.readAllLines(Queries.home().resolve("notebooks/shell.jsh")).stream()
                    .filter(line -> line.startsWith("import"))
                    .forEach(shell::eval);
            assertThat(documentation(shell, "help(")).hasSize(2).allMatch(text -> text.startsWith("Prints "));
        }
    }

    private static List<String> documentation(JShell shell, String typed) {
        return shell.sourceCodeAnalysis().documentation(typed, typed.length(), true).stream()
                .map(Documentation::javadoc)
                .map(String::strip)
                .toList();
    }
}
