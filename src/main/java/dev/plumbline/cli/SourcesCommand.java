package dev.plumbline.cli;

import dev.plumbline.TextTable;
import dev.plumbline.Workbench;
import dev.plumbline.source.SourceSystem;
import dev.plumbline.source.Sources;
import dev.plumbline.store.Rows;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "The systems whose files can be read, and what is in the store.")
final class SourcesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--rejected", description = "what could not be used, with file, line, column and reason")
    private boolean rejected;

    @Option(names = "--files", description = "the files that were read")
    private boolean files;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench lab = data.open()) {
            if (json) {
                out.println(json(lab));
            } else if (rejected) {
                Rows rows = lab.store()
                        .select("SELECT file, line, col, value, reason FROM rejected ORDER BY file, line, col");
                for (int i = 0; i < rows.size(); i++) {
                    out.println(new dev.plumbline.model.Rejected(
                            rows.texts("file")[i],
                            (long) rows.doubles("line")[i],
                            (long) rows.doubles("col")[i],
                            TextTable.clean(rows.texts("value")[i]),
                            TextTable.clean(rows.texts("reason")[i])));
                }
                out.println(rows.size() + " rejected");
            } else if (files) {
                Rows rows = lab.store()
                        .select(
                                "SELECT path, import_id, system, agent, loaded AS rows, rejected FROM files ORDER BY path");
                for (int i = 0; i < rows.size(); i++) {
                    out.println(rows.texts("path")[i] + "  " + rows.texts("system")[i] + " " + rows.texts("agent")[i]
                            + ", import " + (long) rows.doubles("import_id")[i]
                            + String.format(
                                    Locale.ROOT,
                                    ": %,.0f rows, %,.0f rejected",
                                    rows.doubles("rows")[i],
                                    rows.doubles("rejected")[i]));
                }
            } else {
                Sources.installed().all().forEach(system -> out.println(line(system)));
                out.println();
                out.println(lab.isEmpty() ? "the store is empty: plumb import PATH, or plumb sample" : agents(lab));
            }
            return ExitCode.DONE;
        }
    }

    private static String line(SourceSystem system) {
        return String.format(Locale.ROOT, "%-15s %s", system.name(), system.reads());
    }

    private static String agents(Workbench lab) {
        return TextTable.of(
                List.of("system", "agent", "environment", "from", "newest row", "rows", "trades"),
                List.of(false, false, false, false, false, true, true),
                lab.agents().stream()
                        .map(a -> List.of(
                                a.scope().system(),
                                a.scope().agent(),
                                a.scope().environment(),
                                a.first().toString().substring(0, 10),
                                a.newest().toString(),
                                String.format(Locale.ROOT, "%,d", a.rows()),
                                String.format(Locale.ROOT, "%,d", a.trades())))
                        .toList());
    }

    private static String json(Workbench lab) {
        var node = Json.object();
        var systems = node.putArray("systems");
        Sources.installed()
                .all()
                .forEach(s -> systems.addObject().put("name", s.name()).put("reads", s.reads()));
        var agents = node.putArray("agents");
        lab.agents().forEach(a -> agents.addObject()
                .put("system", a.scope().system())
                .put("agent", a.scope().agent())
                .put("environment", a.scope().environment())
                .put("first", a.first().toString())
                .put("newest", a.newest().toString())
                .put("rows", a.rows())
                .put("trades", a.trades()));
        Rows rejected =
                lab.store().select("SELECT file, line, col, value, reason FROM rejected ORDER BY file, line, col");
        var list = node.putArray("rejected");
        for (int i = 0; i < rejected.size(); i++) {
            list.addObject()
                    .put("file", rejected.texts("file")[i])
                    .put("line", (long) rejected.doubles("line")[i])
                    .put("column", (long) rejected.doubles("col")[i])
                    .put("value", rejected.texts("value")[i])
                    .put("reason", rejected.texts("reason")[i]);
        }
        return Json.text(node);
    }
}
