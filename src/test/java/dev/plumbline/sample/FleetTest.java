package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {

    private static final FleetOptions SMALL =
            FleetOptions.until(LocalDate.of(2026, 11, 17)).withDays(3).withSystems(FleetOptions.FIRST);

    @TempDir
    Path folder;

    @Test
    void the_same_options_give_the_same_bytes() throws IOException {
        Fleet.write(folder.resolve("one"), SMALL);
        Fleet.write(folder.resolve("other"), SMALL);
        // 720 cycles of each ROMA agent less nine hours of the live one, its three other files, two databases, two
        // lists
        assertThat(contents(folder.resolve("one")).size()).isEqualTo(2 * 720 - 90 + 2 * 3 + 2 + 2);
        assertThat(differing("one", "other")).isEmpty();
    }

    @Test
    void all_five_systems_are_made_when_none_is_named_and_repeat() throws IOException {
        FleetOptions all = FleetOptions.until(LocalDate.of(2026, 11, 17)).withDays(2);
        FleetReport report = Fleet.write(folder.resolve("one"), all);
        Fleet.write(folder.resolve("other"), all);
        assertThat(report.agents())
                .containsExactly(
                        "playbook/btc-eth-live",
                        "playbook/btc-eth-paper",
                        "roma/deepseek-live",
                        "roma/qwen-paper",
                        "fox/fox-main",
                        "kraken/kraken-main",
                        "bingx/bingx-main");
        assertThat(contents(folder.resolve("one")).size()).isEqualTo(report.files());
        assertThat(differing("one", "other")).isEmpty();
        assertThat(folder.resolve("one/sources.yaml"))
                .content()
                .contains("  - path: fox/fox-main\n    system: fox\n    agent: fox-main\n")
                .contains("    environment: live\n    zone: Asia/Dubai\n")
                .contains("  - path: kraken/kraken-main\n    system: kraken\n")
                .contains("    agent: bingx-main\n    account: bingx-main-futures\n    exchange: bingx\n");
    }

    @Test
    void a_smaller_fleet_removes_the_folders_of_a_larger_one() {
        FleetOptions day = SMALL.withDays(1);
        Fleet.write(folder, day.withSystems(Set.of("fox", "kraken", "bingx")).withAgents(2));
        assertThat(folder.resolve("kraken/kraken-paper/kraken_bot.db")).exists();
        Fleet.write(folder, day.withSystems(Set.of("playbook")));
        assertThat(folder.resolve("fox")).doesNotExist();
        assertThat(folder.resolve("kraken")).doesNotExist();
        assertThat(folder.resolve("bingx")).doesNotExist();
    }

    /**
     * The digest was taken of what version 7efa644 wrote, the last that knew two systems only: {@code find . -type f !
     * -name '*.db' ! -name truth.json | LC_ALL=C sort | xargs sha256sum | sha256sum}. Databases carry the number of SQLite's
     * version.
     */
    @Test
    void the_sample_of_a_first_review_is_what_it_was() throws IOException {
        Fleet.write(folder.resolve("first"), SMALL);
        StringBuilder sums = new StringBuilder();
        contents(folder.resolve("first")).forEach((name, sum) -> {
            if (!name.endsWith(".db") && !name.equals("truth.json")) {
                sums.append(sum).append("  ./").append(name).append('\n');
            }
        });
        assertThat(digest(sums.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("571899f8f8bf3c09f965ac467a74d2f76b704f18144b3e1e7557a1e6ae1ef61d");
    }

    @Test
    void writing_again_replaces_the_older_sample() throws IOException {
        Fleet.write(folder.resolve("again"), SMALL.withSeed(2).withAgents(3));
        Fleet.write(folder.resolve("again"), SMALL);
        Fleet.write(folder.resolve("fresh"), SMALL);
        assertThat(differing("again", "fresh")).isEmpty();
    }

    @Test
    void another_seed_gives_another_market() throws IOException {
        FleetOptions playbook = SMALL.withSystems(Set.of("playbook"));
        Fleet.write(folder.resolve("one"), playbook);
        Fleet.write(folder.resolve("other"), playbook.withSeed(2));
        String database = "playbook/btc-eth-live/trading.db";
        assertThat(differing("one", "other")).contains(database);
    }

    @Test
    void a_report_counts_files_bytes_and_agents() throws IOException {
        FleetReport report = Fleet.write(folder, SMALL.withAgents(3));
        assertThat(report.agents())
                .containsExactly(
                        "playbook/btc-eth-live",
                        "playbook/btc-eth-paper",
                        "playbook/btc-eth-paper-3",
                        "roma/deepseek-live",
                        "roma/qwen-paper",
                        "roma/qwen-paper-3");
        assertThat(contents(folder).size()).isEqualTo(report.files());
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isEqualTo(report.bytes());
        }
    }

    @Test
    void one_system_alone_writes_no_other_files() {
        Fleet.write(folder, SMALL.withSystems(Set.of("playbook")));
        assertThat(folder.resolve("roma")).doesNotExist();
        assertThat(folder.resolve("sources.yaml")).content().doesNotContain("roma");
    }

    @Test
    void a_folder_with_other_things_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> Fleet.write(folder, SMALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder
                        + ": holds something that is no sample (there is no truth.json): choose an empty folder");
    }

    @Test
    void options_out_of_range_are_refused() {
        assertThatThrownBy(() -> SMALL.withDays(0)).hasMessage("days is 0: expected 1 to 1000");
        assertThatThrownBy(() -> SMALL.withAgents(21)).hasMessage("agents is 21: expected 1 to 20");
        assertThatThrownBy(() -> SMALL.withSystems(Set.of("nofx")))
                .hasMessage("cannot make files of system \"nofx\": the simulated ones are bingx, fox, kraken, playbook,"
                        + " roma");
    }

    private Set<String> differing(String one, String other) throws IOException {
        Map<String, String> left = contents(folder.resolve(one));
        Map<String, String> right = contents(folder.resolve(other));
        Set<String> differing = new TreeSet<>(left.keySet());
        differing.addAll(right.keySet());
        differing.removeIf(name -> Objects.equals(left.get(name), right.get(name)));
        return differing;
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                contents.put(root.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
