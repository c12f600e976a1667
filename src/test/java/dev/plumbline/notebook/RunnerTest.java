package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.notebook.NotebookResult.Status;
import dev.plumbline.report.Block;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerTest {

    private static final Path NOTEBOOKS = Path.of("src/test/resources/notebooks");

    private final Runner runner = Runner.of(NOTEBOOKS.resolve("startup.jsh"));

    private NotebookResult run(String... lines) {
        return runner.run(Notebook.parse("x.jsh", String.join("\n", lines)));
    }

    @Test
    void a_cell_shows_the_value_of_its_last_expression_only() {
        NotebookResult result = runner.run(Notebook.parse(NOTEBOOKS.resolve("well.jsh")));
        assertThat(result.failures()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.OK);
        assertThat(result.values(Object.class)).containsExactly(25, List.of(1, 2));
        assertThat(result.values(List.class)).hasSize(1);
        assertThat(result.cells().get(4).printed()).isEqualTo("out\nerr\n");
    }

    @Test
    void a_statement_over_two_lines_is_one_statement() {
        assertThat(run("int q = 1", "+ 2;", "List.of(3, 1).stream()", "    .sorted()", "    .toList()")
                        .values(List.class))
                .containsExactly(List.of(1, 3));
        assertThat(run("int q = 1", "+ 2;", "q").values(Integer.class)).containsExactly(3);
        assertThat(run(
                                "var s = new ArrayList<String>();",
                                "if (true) {",
                                "s.add(\"a\");",
                                "}",
                                "else {",
                                "s.add(\"b\");",
                                "}",
                                "s")
                        .values(List.class))
                .containsExactly(List.of("a"));
        assertThat(run("@Deprecated", "int old() { return 3; }", "old()").values(Integer.class))
                .containsExactly(3);
    }

    @Test
    void live_objects_and_null_are_handed_over() {
        assertThat(run("record Pair(int a, String b) {}", "List.of(new Pair(1, \"x\"))")
                        .cells()
                        .get(0)
                        .shown()
                        .get(0)
                        .blocks())
                .containsExactly(new Block.DataTable(
                        "",
                        List.of(new Block.DataTable.Column("a", true), new Block.DataTable.Column("b", false)),
                        List.of(List.of("1", "x")),
                        1));
        assertThat(run("Object nothing = null;", "nothing").values(String.class))
                .containsExactly("null");
        assertThat(run("void quiet() {}", "quiet()").values(Object.class)).isEmpty();
    }

    @Test
    void the_class_loader_of_a_cell_sees_its_classes() {
        assertThat(run(
                                "class Mine {}",
                                "Thread.currentThread().getContextClassLoader().loadClass(Mine.class.getName()) =="
                                        + " Mine.class")
                        .values(Boolean.class))
                .containsExactly(true);
    }

    @Test
    void an_exception_names_the_line_that_threw_and_the_lines_that_called_it() {
        NotebookResult result = runner.run(Notebook.parse("late.jsh", read("late.jsh")));
        Failure failure = result.failure().orElseThrow();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(failure).hasToString("late.jsh:6:9: IllegalArgumentException: odd: 1");
        assertThat(failure.detail())
                .isEqualTo("java.lang.IllegalArgumentException: odd: 1\n  at late.jsh:6\n  at late.jsh:14\n  at"
                        + " late.jsh:15");
        assertThat(result.cells())
                .extracting(CellResult::state)
                .containsExactly(
                        CellResult.State.DONE,
                        CellResult.State.DONE,
                        CellResult.State.FAILED,
                        CellResult.State.NOT_RUN);
    }

    @Test
    void a_message_does_not_name_what_jshell_wraps_a_cell_in() {
        assertThat(run("String s = null;\ns.length();").failure().orElseThrow().message())
                .isEqualTo("NullPointerException: Cannot invoke \"String.length()\" because \"s\" is null");
    }

    @Test
    void a_stack_trace_keeps_the_first_frame_of_ours_and_the_causes() {
        Failure failure = run("", "dev.plumbline.notebook.Timeout.parse(\"soon\")")
                .failure()
                .orElseThrow();
        assertThat(failure.place()).isEqualTo(new Place("x.jsh", 2, 1));
        assertThat(failure.detail())
                .matches("(?s)java.lang.IllegalArgumentException: a time-out of .*\n"
                        + "  at .*dev.plumbline.notebook.Timeout.parse\\(Timeout.java:\\d+\\)\n"
                        + "  at x.jsh:2");
        assertThat(run("throw new IllegalStateException(\"a\\nb\", new RuntimeException(\"c\"));")
                        .failure()
                        .orElseThrow())
                .satisfies(f -> assertThat(f.message()).isEqualTo("IllegalStateException: a b"))
                .satisfies(f -> assertThat(f.detail()).contains("\ncaused by RuntimeException: c\n"));
    }

    @Test
    void continuing_runs_the_cells_after_a_failure() {
        NotebookResult result = runner.continuing().run(Notebook.parse("late.jsh", read("late.jsh")));
        assertThat(result.cells().get(3).printed()).isEqualTo("after\n");
        assertThat(result.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_compile_error_names_line_and_column() {
        Failure failure = run("// %% A", "int a = 1;", "", "// %% B", "int b = 2;", "int c =", "    \"text\";")
                .failure()
                .orElseThrow();
        assertThat(failure).hasToString("x.jsh:7:5: incompatible types: java.lang.String cannot be converted to int");
        assertThat(failure.detail()).isEqualTo("    \"text\";\n    ^");
        assertThat(run("var a = 1;", "lab.last(7)").failure().orElseThrow())
                .hasToString("x.jsh:2:1: cannot find symbol; symbol: variable lab");
        assertThat(run("int a = 1;", "int b = (a + 2")
                        .failure()
                        .orElseThrow()
                        .place()
                        .line())
                .isEqualTo(2);
    }

    @Test
    void an_expression_in_mid_cell_needs_its_semicolon() {
        assertThat(run("int a = 1;", "a + 1", "a + 2").failure().orElseThrow()).hasToString("x.jsh:2:6: ';' expected");
    }

    @Test
    void a_forward_reference_is_allowed_and_one_that_stays_open_is_an_error() {
        assertThat(run("int twice() { return 2 * once(); }", "int once() { return 21; }", "twice()")
                        .values(Integer.class))
                .containsExactly(42);
        assertThat(run("// %% A", "int a = 1;", "int twice() { return 2 * once(); }")
                        .failure()
                        .orElseThrow())
                .hasToString("x.jsh:3:1: twice uses method once(), which is nowhere declared");
        assertThat(run("int twice() { return 2 * once(); }", "twice()")
                        .failure()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Failure.Kind.UNRESOLVED);
    }

    @Test
    void a_variable_that_a_redefinition_empties_is_noted() {
        CellResult cell = run(
                        "// %% A", "record R(int a) {}", "var r = new R(1);", "// %% B", "record R(int a, int b) {}")
                .cells()
                .get(1);
        assertThat(cell.notes()).containsExactly("the variable r was emptied, because R was declared again");
    }

    @Test
    void the_tag_raises_exception_turns_failure_round() {
        NotebookResult good = run("// %% A tags=[\"raises-exception\"]", "int a = 1 / 0;", "// %% B", "2");
        assertThat(good.status()).isEqualTo(Status.OK);
        assertThat(good.cells().get(0).notes())
                .containsExactly("as expected: x.jsh:2:1: ArithmeticException: / by zero");
        assertThat(run("// %% A tags=[\"raises-exception\"]", "int a = 1;")
                        .failure()
                        .orElseThrow())
                .hasToString("x.jsh:2:1: this was expected to fail (raises-exception) and did not");
    }

    @Test
    void an_endless_loop_ends_at_its_line_when_the_time_of_its_cell_is_up() {
        NotebookResult result = run(
                "// %% Fine",
                "int n = 0;",
                "// %% Endless timeout=\"4s\"",
                "System.out.println(\"begun\");",
                "if (n == 0) {",
                "    while (n >= 0) {",
                "        n = (n + 1) % 10;",
                "        Thread.onSpinWait();",
                "    }",
                "}",
                "// %% After",
                "1");
        assertThat(result.status()).isEqualTo(Status.TIME_OUT);
        Failure failure = result.failure().orElseThrow();
        assertThat(failure.place().line()).isBetween(6, 8);
        assertThat(failure.message()).isEqualTo("the cell's time-out of 4 s was up here");
        assertThat(result.cells().get(1).printed()).isEqualTo("begun\n");
        assertThat(result.cells().get(2).state()).isEqualTo(CellResult.State.NOT_RUN);
    }

    @Test
    void the_time_of_the_run_ends_a_sleeping_cell_at_the_innermost_line() {
        NotebookResult result = runner.within(Duration.ofSeconds(4))
                .run(Notebook.parse(
                        "x.jsh",
                        "void sleep() throws Exception {\n    int a = 1;\n    Thread.sleep(600_000);\n}\n\nsleep();"));
        assertThat(result.failure().orElseThrow()).hasToString("x.jsh:3:5: the notebook's time-out of 4 s was up here");
        assertThat(result.status().exitCode()).isEqualTo(4);
    }

    @Test
    void what_a_thread_prints_later_belongs_to_the_cell_that_started_it() {
        NotebookResult result = run(
                "// %% A",
                "var go = new java.util.concurrent.CountDownLatch(1);",
                "var late = new Thread(() -> { try { go.await(); } catch (InterruptedException e) { return; }"
                        + " System.out.println(\"late\"); });",
                "late.start();",
                "System.out.println(\"early\");",
                "// %% B",
                "go.countDown();",
                "late.join();",
                "System.out.println(\"after\");");
        assertThat(result.cells().get(0).printed()).isEqualTo("early\nlate\n");
        assertThat(result.cells().get(0).notes())
                .containsExactly("A part of this was printed after the cell had ended.");
        assertThat(result.cells().get(1).printed()).isEqualTo("after\n");
    }

    @Test
    void an_endless_loop_in_a_method_of_an_earlier_cell_is_placed_there() {
        NotebookResult result = run(
                "// %% A",
                "void spin() {",
                "    while (true) {",
                "        Thread.onSpinWait();",
                "    }",
                "}",
                "// %% B timeout=\"3s\"",
                "spin();");
        assertThat(result.failure().orElseThrow().place().line()).isBetween(3, 4);
        assertThat(result.cells().get(1).state()).isEqualTo(CellResult.State.FAILED);
    }

    @Test
    void a_variable_may_be_declared_again_with_another_type() {
        assertThat(run("// %% A", "int a = 1;", "// %% B", "String a = \"text\";", "a.length()")
                        .values(Integer.class))
                .containsExactly(4);
    }

    @Test
    void progress_counts_the_code_cells() {
        List<Progress> told = new ArrayList<>();
        runner.onCell(told::add).run(Notebook.parse("x.jsh", "int a = 1;\n// %% [md]\n// text\n// %% Second\n2"));
        assertThat(told).containsExactly(new Progress(1, 2, "int a = 1;"), new Progress(2, 2, "Second"));
    }

    @Test
    void standard_output_is_given_back() {
        var before = System.out;
        run("System.out.print(1)", "// %%", "throw new RuntimeException();");
        assertThat(System.out).isSameAs(before);
    }

    @Test
    void words_come_from_the_live_variables_and_an_unknown_one_is_an_error() {
        assertThat(run("// %% [md]", "// {{a}} {{when}}", "// %%", "double a = 0.25;", "var when = Instant.EPOCH;")
                        .words())
                .isEqualTo(Map.of("a", "0.25", "when", "1970-01-01 00:00 UTC"));
        assertThat(run("// %% [md]", "// from {{form}}", "// %%", "int from = 1;")
                        .failure()
                        .orElseThrow())
                .hasToString("x.jsh:2:9: {{form}} names no variable; nearest: from");
    }

    private static String read(String name) {
        return String.join("\n", Notebook.parse(NOTEBOOKS.resolve(name)).lines());
    }
}
