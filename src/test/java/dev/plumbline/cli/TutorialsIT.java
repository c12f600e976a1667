package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what each tutorial shows, in its order, on the sample of its system: commands, table of questions and sources.yaml. */
class TutorialsIT {

    /** A command of its own line, in a table, or within a sentence; not those of a crontab, which are not indented. */
    private static final Pattern COMMAND = Pattern.compile("^ {4}\\./plumb (.*)|`\\./plumb ([^`]*)`");

    /** Where a tutorial takes its bot to be, and where the sample has it. */
    private static final Map<String, String> PLACES = Map.of(
            "~/roma-01/backend/logs/decisions", "roma/logs/decisions",
            "~/learner/data", "playbook/btc-eth-live",
            "~/fox_crypto/monitoring_logs", "fox/fox-main",
            "~/kraken-bot", "kraken/kraken-main",
            "~/trading-bot", "bingx/bingx-main");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"roma", "playbook", "fox", "kraken", "bingx"})
    void every_command_of_a_tutorial_works(String system) throws IOException {
        Path data = folder.resolve("data");
        Path files = folder.resolve("files");
        assertThat(Said.by(
                                "sample",
                                "--system",
                                system,
                                "--days",
                                "15",
                                "--into",
                                files.toString(),
                                "--data",
                                data.toString())
                        .code())
                .isZero();
        String text = Files.readString(Launched.HOME.resolve("docs/tutorials/" + system + ".md"));
        Files.createDirectories(data);
        Files.writeString(data.resolve("sources.yaml"), here(text.split("```yaml\n|```\n", 3)[1], files));
        List<List<String>> commands = text.lines()
                .flatMap(line -> COMMAND.matcher(line)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                .map(command -> List.of(here(command, files).split(" +")))
                .toList();
        assertThat(commands).hasSizeGreaterThan(9);
        for (List<String> command : commands) {
            Said said = Said.by(where(command, data).toArray(String[]::new));
            assertThat(said.code()).as("%s%n%s", command, said.err()).isIn(fine(command));
            assertThat(said.out()).as("%s", command).isNotBlank();
            assertThat(said.err()).as("%s", command).doesNotContain("plumb: ", "\tat ");
        }
    }

    /** The sample holds planted faults: some files hold rejected lines, some data and some days are red. */
    private static List<Integer> fine(List<String> command) {
        return switch (command.get(0)) {
            case "import" -> List.of(ExitCode.DONE, ExitCode.PARTLY);
            case "check" -> List.of(0, 10, 20, 30);
            default -> List.of(ExitCode.DONE);
        };
    }

    private List<String> where(List<String> command, Path data) {
        List<String> all = new ArrayList<>(command);
        Arrays.asList("--data", data.toString()).forEach(all::add);
        all.replaceAll(
                word -> word.startsWith("reports/") ? folder.resolve(word).toString() : word);
        String reports = folder.resolve("reports").toString();
        if (command.get(0).equals("review")) {
            all.addAll(List.of("--reports", reports));
        } else if (command.get(0).equals("run") && !command.contains("-o")) {
            all.addAll(List.of("-o", reports + "/" + command.get(1) + ".html"));
        } else if (command.get(0).equals("diff")) {
            all.removeAll(List.of("--data", data.toString()));
        }
        return all;
    }

    private static String here(String text, Path files) {
        String meant = text;
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            meant = meant.replace(
                    place.getKey(), files.resolve(place.getValue()).toString());
        }
        return meant;
    }
}
