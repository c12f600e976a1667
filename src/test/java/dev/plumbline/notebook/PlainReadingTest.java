package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our account of how the JDK's {@code jshell} splits a file, held against the tool itself. */
class PlainReadingTest {

    private static final String NASTY = """
            // a comment alone
            int q = 1
            + 2;
            var xs = java.util.List.of(2, 1);
            xs.stream()
                .sorted()
                .toList()
            if (q > 0) {
              q = 5;
            }
            else {
              q = 6;
            }
            @Deprecated
            int old() { return 3; }
            @Deprecated // why
            public
            static
            int older() { return 3; }
            int half(int n)
            {
              return n / 2;
            }
            if (q > 0) q = 7
            q
            q + 1
            /* one */ /* two
            */ int r = 3; int s = 4

            String text = \"\"\"
                // %% text
                /list
                \"\"\";
            for (int i = 0; i < 2; i++)
              q += i
            // another
            boolean b = q > 3
              && r > 2;
            """;

    @TempDir
    private Path folder;

    /** What {@code /list -all} tells, without numbers and indents, as one line a snippet. */
    private List<String> tool() throws IOException {
        Path file = Files.writeString(folder.resolve("nasty.jsh"), NASTY + "/list -all\n/exit\n");
        Path none = Files.writeString(folder.resolve("none.jsh"), "");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/jshell").toString(),
                        "--startup",
                        none.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return List.of(listed.split("(?m)^ *e?\\d+ : ")).stream()
                .map(PlainReadingTest::line)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The tool writes the semicolon that was left out, also before a comment. */
    private static String line(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll(";$", "")
                .strip();
    }

    @Test
    void it_is_the_splitting_of_the_tool_itself() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            List<String> ours = PlainReading.of(shell.sourceCodeAnalysis(), NASTY).stream()
                    .map(taken -> line(NASTY.substring(taken.start(), taken.end())))
                    .toList();
            assertThat(ours).hasSizeGreaterThan(20).isEqualTo(tool());
        }
    }

    @Test
    void what_the_end_of_the_file_leaves_open_is_dropped() {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            assertThat(PlainReading.of(shell.sourceCodeAnalysis(), "int a = 1;\nint b = (a"))
                    .containsExactly(
                            new PlainReading.Taken(PlainReading.Kind.SNIPPET, 0, 10),
                            new PlainReading.Taken(PlainReading.Kind.DROPPED, 11, 21));
        }
    }
}
