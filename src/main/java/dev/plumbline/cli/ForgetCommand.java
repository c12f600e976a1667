package dev.plumbline.cli;

import dev.plumbline.model.LoadReport.TableLoad;
import dev.plumbline.store.Queries;
import dev.plumbline.store.StoreWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Takes rows out of the store again: those of a file, an import or an agent.",
            "Rows that an import had replaced do not come back; import their files again for that."
        })
final class ForgetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    private static final class What {

        @Option(names = "--file", paramLabel = "F", description = "as plumb sources --files names it")
        private Optional<String> file = Optional.empty();

        @Option(names = "--import", paramLabel = "N", description = "number of an import")
        private Optional<Long> importId = Optional.empty();

        @Option(names = "--agent", paramLabel = "A", description = "everything of an agent")
        private Optional<String> agent = Optional.empty();
    }

    @Override
    public Integer call() {
        String column = what.file.isPresent() ? "file" : what.importId.isPresent() ? "import_id" : "agent";
        String value = what.file
                .or(() -> what.importId.map(String::valueOf))
                .or(() -> what.agent)
                .orElseThrow(
                        () -> new IllegalArgumentException("forget what? name it with --file, --import or --agent"));
        try (StoreWriter writer = StoreWriter.open(data.folder(), Queries.find())) {
            List<TableLoad> gone = writer.forget(column, value);
            gone.forEach(
                    table -> spec.commandLine().getOut().println(table.table() + ": " + table.removed() + " rows"));
            if (gone.isEmpty()) {
                throw new IllegalArgumentException("nothing in the store has " + column.replace("_id", "") + " " + value
                        + ": plumb sources --files lists what it has");
            }
            return ExitCode.DONE;
        }
    }
}
