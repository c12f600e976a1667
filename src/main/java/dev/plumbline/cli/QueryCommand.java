package dev.plumbline.cli;

import dev.plumbline.Workbench;
import dev.plumbline.store.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        description = "A query over the store, by its name under queries/ or as text, read-only.")
final class QueryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME|SQL", description = "such as explore/recent_trades, or \"SELECT … FROM trades\"")
    private String query = "";

    @Option(names = "--param", paramLabel = "V", description = "value of the next ?; may be repeated")
    private List<String> parameters = new ArrayList<>();

    @Option(names = "-o", paramLabel = "FILE", description = "write the answer to a file")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table or csv (default: table)")
    private Format format = Format.TABLE;

    enum Format {
        TABLE,
        CSV
    }

    @Override
    public Integer call() throws IOException {
        try (Workbench lab = data.open()) {
            boolean named = lab.store().queries().names("").contains(query);
            Object[] values = parameters.toArray();
            Table table = named ? Tables.query(lab.store(), query, values) : Tables.select(lab.store(), query, values);
            String text = format == Format.CSV ? table.write().toString("csv") : table.printAll();
            if (output.isPresent()) {
                Files.writeString(output.get(), text);
            } else {
                spec.commandLine().getOut().println(text);
            }
            return ExitCode.DONE;
        }
    }
}
