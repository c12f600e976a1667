package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AbruptExitTest {

    private record Ended(int code, String printed) {}

    private static Ended run(String notebook) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbruptExit.class.getName(),
                        notebook)
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    @Test
    void system_exit_in_a_cell_leaves_the_page_up_to_it_and_is_no_success() throws Exception {
        Ended ended = run(
                "// %% One\n1 + 1\n// %% Two\nSystem.out.println(\"so far\");\nif (true) {\n    System.exit(0);\n}\n");
        assertThat(ended.printed())
                .startsWith("Failure[place=x.jsh:6:5, message=System.exit was called here")
                .contains("Printed[text=2]", "Printed[text=so far]")
                .doesNotContain("ran to its end");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void a_process_that_ends_by_itself_is_not_disturbed() throws Exception {
        Ended ended = run("1 + 1");
        assertThat(ended).isEqualTo(new Ended(0, "ran to its end" + System.lineSeparator()));
    }
}
