package dev.plumbline.cli;

import dev.plumbline.TextTable;
import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.store.Queries;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Selection;
import dev.plumbline.store.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "A query over the store, by its name under queries/ or as text, read-only. Without one: those there are.",
            "Where a named one asks for an agent and a period, they are chosen as in plumb measure."
        })
final class QueryCommand implements Callable<Integer> {

    /** System, agent, environment, from, to. */
    private static final int SCOPED = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Parameters(
            paramLabel = "NAME|SQL",
            arity = "0..1",
            description = "such as explore/recent_trades, or \"SELECT … FROM trades\"")
    private Optional<String> query = Optional.empty();

    @Option(names = "--param", paramLabel = "V", description = "value of the next ?; may be repeated")
    private List<String> parameters = new ArrayList<>();

    @Option(names = "-o", paramLabel = "FILE", description = "write the answer to a file")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table, csv or json (default: table)")
    private Format format = Format.TABLE;

    enum Format {
        TABLE,
        CSV,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (query.isEmpty()) {
            spec.commandLine().getOut().println(list(Queries.find()));
            return ExitCode.DONE;
        }
        try (Workbench lab = data.open()) {
            lab.store().lock();
            String text = text(answer(lab, query.get()));
            if (output.isPresent()) {
                Files.writeString(output.get(), text + "\n");
            } else {
                spec.commandLine().getOut().println(text);
            }
            return ExitCode.DONE;
        } catch (QueryFailed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Table answer(Workbench lab, String asked) {
        Queries queries = lab.store().queries();
        boolean named = !asked.isBlank() && !asked.matches("(?s).*\\s.*");
        Selection selection = Selection.of(lab.store(), named ? queries.text(asked) : asked);
        Object[] values = parameters.toArray();
        if (named && parameters.isEmpty() && selection.parameters() == SCOPED) {
            Window window = scope.window(scope.apply(lab), 7);
            values = new Object[] {
                window.scope().system(),
                window.scope().agent(),
                window.scope().environment(),
                window.period().from(),
                window.period().to()
            };
        }
        if (values.length != selection.parameters()) {
            throw new IllegalArgumentException("the query has " + selection.parameters() + " ?, and " + values.length
                    + " --param were given: a --param for each was expected");
        }
        return named ? Tables.query(lab.store(), asked, values) : Tables.select(lab.store(), asked, values);
    }

    private String text(Table table) {
        return switch (format) {
            case CSV -> table.write().toString("csv").stripTrailing();
            case JSON -> Json.text(Json.table(table));
            case TABLE -> {
                List<Boolean> numeric = table.columns().stream()
                        .map(column -> column instanceof tech.tablesaw.api.NumericColumn)
                        .toList();
                List<List<String>> rows = new ArrayList<>();
                for (int row = 0; row < table.rowCount(); row++) {
                    int at = row;
                    rows.add(table.columns().stream()
                            .map(column -> column.getString(at))
                            .toList());
                }
                yield TextTable.of(table.columnNames(), numeric, rows);
            }
        };
    }

    private static String list(Queries queries) {
        return TextTable.of(
                List.of("query", "a row is"),
                List.of(false, false),
                queries.names("explore").stream()
                        .map(name -> List.of(name, queries.header(name).replaceFirst("^A row is ", "")))
                        .toList());
    }
}
