package dev.plumbline.cli;

import dev.plumbline.notebook.Cell;
import dev.plumbline.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/** A notebook whose cells print, as JSON, what they would show; its statements keep their lines. */
final class PrintingCopy {

    private PrintingCopy() {}

    static String of(Notebook notebook) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : notebook.cells()) {
                if (cell.isCode()) {
                    cells.add("// %%\n" + printing(shell.sourceCodeAnalysis(), cell));
                }
            }
            return cells.stream().collect(Collectors.joining("\n")) + "\n/exit\n";
        }
    }

    private static String printing(SourceCodeAnalysis analysis, Cell cell) {
        String source = cell.source();
        int last = 0;
        int end = 0;
        while (end < source.length() && !source.substring(end).isBlank()) {
            last = end;
            end = source.length()
                    - analysis.analyzeCompletion(source.substring(end))
                            .remaining()
                            .length();
        }
        String statement = source.substring(last);
        if (statement.stripTrailing().endsWith(";")) {
            return source;
        }
        String name = "shown" + cell.index();
        int code = last + statement.length() - statement.stripLeading().length();
        return source.substring(0, code) + "var " + name + " = " + source.substring(code) + ";\n"
                + "System.out.println(PageJson.write(new Page(\"\", \"\", \"\","
                + " dev.plumbline.notebook.Rendering.of(" + name + ", \"k\"), Map.of(), Map.of())));";
    }
}
