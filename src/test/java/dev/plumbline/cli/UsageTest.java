package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nosuch                      | Unmatched argument at index 0: 'nosuch'; did you mean note or check or measure? (see plumb --help)
            import --nosuch             | Unknown option: '--nosuch' (see plumb import --help)
            import x --stake abc        | Invalid value for option '--stake': 'abc' is not a double (see plumb import --help)
            import x --as nosuch        | no system "nosuch": one of aitrader, binance-export, bingx, fox
            import x --zone Mars/X      | --zone: found "Mars/X", expected a zone such as UTC, +04:00 or Asia/Shanghai
            import x --environment prod | --environment: found "prod", expected live, paper, testnet or backtest
            review yearly               | Invalid value for positional parameter at index 0 (daily|weekly|monthly): expected one of daily, weekly, monthly but was 'yearly' (see plumb review --help)
            check --fail-on purple      | Invalid value for option '--fail-on': expected one of red, yellow but was 'purple' (see plumb check --help)
            forget                      | forget what? name it with --file, --import or --agent
            forget --import abc         | Invalid value for option '--import': 'abc' is not a long (see plumb forget --help)
            measure sharpe              | the store is empty: import a bot's files with plumb import PATH, or try plumb sample
            check                       | the store is empty: import a bot's files with plumb import PATH, or try plumb sample
            baseline establish --days 0 | --days: found 0, expected 1 or more
            run first-look -p days      | -p: found "days", expected a name and its value, such as days=14
            run first-look --timeout 5x | --timeout: found "5x", expected a length such as 30s, 5m, 24h, 7d or 4w
            run first-look --timeout 0s | --timeout: found "0s", expected a length such as 30s, 5m, 24h, 7d or 4w
            query SELECT?               | no query SELECT?
            """)
    void wrong_usage_is_one_line_and_ends_with_2(String command, String message) {
        String[] args = command.split(" ");
        Said said = args[0].equals("nosuch") ? Said.by(args) : Said.by(with(args, "--data", folder.toString()));
        assertThat(said.complaints()).singleElement().asString().startsWith("plumb: " + message);
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_written_is_named_with_the_reason() {
        Path nowhere = folder.resolve("nowhere/answer.csv");
        Said said = Said.by("query", "SELECT 1", "-o", nowhere.toString(), "--data", folder.toString());
        assertThat(said.complaints()).containsExactly("plumb: " + nowhere + ": there is no such file or folder");
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_data_folder_that_is_a_file_is_said_to_be_one() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");
        Said said = Said.by("import", folder.toString(), "--as", "roma", "--data", file.toString());
        assertThat(said.complaints())
                .containsExactly("plumb: the store's lock " + file + "/store/LOCK cannot be taken:"
                        + " a file stands where a folder is needed");
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_stack_trace_is_shown_only_when_asked_for() {
        String[] command = {"baseline", "show", "nosuch", "--data", folder.toString()};
        assertThat(Said.by(command).err()).doesNotContain("\tat ").startsWith("plumb: no baseline \"nosuch\"");
        assertThat(Said.by(with(command, "--verbose")).err()).contains("\tat dev.plumbline.");
    }

    @Test
    void every_command_explains_itself_within_80_columns() {
        for (String command : new String[] {
            "review",
            "sample",
            "import",
            "forget",
            "sources",
            "metrics",
            "measure",
            "baseline",
            "check",
            "run",
            "shell",
            "query",
            "doctor"
        }) {
            Said said = Said.by(command, "--help");
            assertThat(said.code()).as(command).isZero();
            assertThat(said.out().lines()).as(command).allMatch(line -> line.length() <= 80);
        }
        assertThat(Said.by("--help").out().lines()).allMatch(line -> line.length() <= 80);
    }

    private static String[] with(String[] args, String... more) {
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }
}
