package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.nio.file.Path;
import java.util.Map;

/** Run in a JVM of its own: prints the page of a notebook that ends the JVM. */
final class AbruptExit {

    private AbruptExit() {}

    public static void main(String[] args) {
        Notebook notebook = Notebook.parse("x.jsh", args[0]);
        Runner.of(Path.of("src/test/resources/notebooks/startup.jsh"))
                .onAbruptExit(AbruptExit::print)
                .run(notebook);
        System.out.println("ran to its end");
    }

    private static void print(NotebookResult result) {
        for (Block block : NotebookPage.of(result, Map.of()).blocks()) {
            System.out.println(block);
        }
    }
}
