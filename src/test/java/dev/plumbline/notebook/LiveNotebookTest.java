package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.notebook.NotebookResult.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveNotebookTest {

    private static final Path STARTUP = Path.of("src/test/resources/notebooks/startup.jsh");

    private final List<String> ran = new ArrayList<>();
    private final LiveNotebook live = LiveNotebook.of(Runner.of(STARTUP).onCell(cell -> ran.add(cell.title())));

    @AfterEach
    void close() {
        live.close();
    }

    private NotebookResult run(String... lines) {
        ran.clear();
        return live.run(Notebook.parse("x.jsh", String.join("\n", lines)));
    }

    @Test
    void nothing_is_run_again_when_nothing_changed() {
        assertThat(run("// %% A", "int a = 1;", "// %% B", "a + 1").values(Integer.class))
                .containsExactly(2);
        assertThat(ran).containsExactly("A", "B");
        assertThat(run("// %% A", "int a = 1;", "// %% B", "a + 1").values(Integer.class))
                .containsExactly(2);
        assertThat(ran).isEmpty();
    }

    @Test
    void a_changed_cell_and_those_that_depend_on_it_are_run_again_and_others_are_not() {
        run(
                "// %% A",
                "var a = new ArrayList<>(List.of(1));",
                "// %% B",
                "int b = 10;",
                "// %% C",
                "a.size()",
                "// %% D",
                "b + 1");
        NotebookResult edited = run(
                "// %% A",
                "var a = new ArrayList<>(List.of(1));",
                "// %% B",
                "int b = 20;",
                "// %% C",
                "a.size()",
                "// %% D",
                "b + 1");
        assertThat(ran).containsExactly("B", "D");
        assertThat(edited.values(Integer.class)).containsExactly(1, 21);
    }

    @Test
    void dependence_goes_through_methods_and_derived_variables() {
        run(
                "// %% A",
                "int a = 1;",
                "// %% B",
                "int twice() { return 2 * a; }",
                "// %% C",
                "int c = twice();",
                "// %% D",
                "c");
        assertThat(run(
                                "// %% A",
                                "int a = 5;",
                                "// %% B",
                                "int twice() { return 2 * a; }",
                                "// %% C",
                                "int c = twice();",
                                "// %% D",
                                "c")
                        .values(Integer.class))
                .containsExactly(10);
        assertThat(ran).containsExactly("A", "B", "C", "D");
    }

    @Test
    void what_a_changed_cell_adds_to_is_made_anew_so_that_it_is_not_added_twice() {
        run(
                "// %% A",
                "var list = new ArrayList<Integer>();", "// %% B", "list.add(1);", "int done = 1;", "// %% C", "list");
        NotebookResult edited = run(
                "// %% A",
                "var list = new ArrayList<Integer>();", "// %% B", "list.add(2);", "int done = 1;", "// %% C", "list");
        assertThat(ran).containsExactly("A", "B", "C");
        assertThat(edited.values(List.class)).containsExactly(List.of(2));
        run("// %% A", "int n = 1;", "// %% B", "n += 1;", "// %% C", "n");
        assertThat(run("// %% A", "int n = 1;", "// %% B", "n += 2;", "// %% C", "n")
                        .values(Integer.class))
                .containsExactly(3, 3);
    }

    @Test
    void what_a_removed_cell_declared_is_gone() {
        run("// %% A", "int a = 1;", "// %% B", "int b = 2;", "// %% C", "a");
        assertThat(run("// %% B", "int b = 2;", "// %% C", "a").failure().orElseThrow())
                .hasToString("x.jsh:4:1: cannot find symbol; symbol: variable a");
        assertThat(ran).containsExactly("C");
    }

    @Test
    void a_cell_that_failed_is_run_again_and_what_came_before_it_is_not() {
        run("// %% A", "int a = 0;", "// %% B", "int b = 1 / a;", "// %% C", "b");
        assertThat(ran).containsExactly("A", "B");
        assertThat(run("// %% A", "int a = 0;", "// %% B", "int b = 1 / (a + 1);", "// %% C", "b")
                        .values(Integer.class))
                .containsExactly(1);
        assertThat(ran).containsExactly("B", "C");
    }

    @Test
    void lines_of_a_kept_cell_follow_the_edit() {
        run("// %% A", "int half(int n) {", "    return 1 / n;", "}", "// %% B", "half(1)");
        assertThat(run(
                                "// %% [md]",
                                "// words",
                                "// %% A",
                                "int half(int n) {",
                                "    return 1 / n;",
                                "}",
                                "// %% B",
                                "half(0)")
                        .failure()
                        .orElseThrow())
                .hasToString("x.jsh:5:5: ArithmeticException: / by zero");
        assertThat(ran).containsExactly("B");
    }

    @Test
    void an_edited_record_empties_nothing_silently() {
        run("// %% A", "record R(int a) {}", "// %% B", "var r = new R(1);", "// %% C", "r.a()");
        assertThat(run(
                                "// %% A",
                                "record R(int a) { int b() { return a + 1; } }",
                                "// %% B",
                                "var r = new R(1);",
                                "// %% C",
                                "r.a()")
                        .values(Integer.class))
                .containsExactly(1);
        assertThat(ran).containsExactly("A", "B", "C");
    }

    @Test
    void a_time_out_gives_the_session_up_and_the_next_run_begins_anew() {
        try (LiveNotebook limited = LiveNotebook.of(Runner.of(STARTUP).within(Duration.ofSeconds(4)))) {
            assertThat(limited.run(Notebook.parse("x.jsh", "int a = 1;\n// %% B\nThread.sleep(600_000);"))
                            .status())
                    .isEqualTo(Status.TIME_OUT);
            assertThat(limited.run(Notebook.parse("x.jsh", "int a = 1;\n// %% B\na"))
                            .values(Integer.class))
                    .containsExactly(1);
        }
    }
}
