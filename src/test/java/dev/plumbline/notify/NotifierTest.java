package dev.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run after another, over channels that work and channels that do not. */
final class NotifierTest {

    private static final Patience SHORT =
            new Patience(1, Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final Check RED = Weekly.check("a", Weekly.row("win rate", Verdict.RED));
    private static final Check GREEN = Weekly.check("a", Weekly.row("win rate", Verdict.WITHIN));

    @TempDir
    Path data;

    private final List<String> notes = new ArrayList<>();

    private Notifier notifier(String... urls) throws IOException {
        StringBuilder text = new StringBuilder("channels:\n");
        for (int i = 0; i < urls.length; i++) {
            text.append("  - kind: webhook\n    name: ")
                    .append((char) ('a' + i))
                    .append('\n');
            text.append("    url: ").append(urls[i]).append("\n    send: [red, yellow, resolved]\n");
        }
        Files.writeString(Settings.file(data), text);
        return Notifier.open(data, Map.<String, String>of()::get, SHORT, new Properties());
    }

    private static Notifier.Run run(String time, Check... checks) {
        return new Notifier.Run(List.of(checks), List.of(), Instant.parse(time), Optional.empty());
    }

    private List<Notifier.Result> tell(Notifier notifier, String time, Check check) {
        return notifier.tell(run(time, check), notes);
    }

    @Test
    void a_channel_that_is_down_stops_no_other_and_is_told_by_the_next_run() throws IOException {
        boolean[] down = {true};
        try (Hook good = Hook.open();
                Hook bad = Hook.open((n, exchange) -> Hook.answer(exchange, down[0] ? 500 : 200, ""))) {
            Notifier notifier = notifier(bad.url(), good.url());
            assertThat(tell(notifier, "2026-11-17T06:30:00Z", RED))
                    .extracting(Notifier.Result::channel, Notifier.Result::sent, Notifier.Result::failed)
                    .containsExactly(tuple("a", false, true), tuple("b", true, false));
            down[0] = false;
            assertThat(tell(notifier, "2026-11-17T06:35:00Z", RED))
                    .extracting(Notifier.Result::due)
                    .containsExactly(true, false);
            assertThat(good.got()).hasSize(1);
            assertThat(bad.got()).hasSize(2);
        }
    }

    @Test
    void what_was_told_is_remembered_by_the_next_process() throws IOException {
        try (Hook hook = Hook.open()) {
            tell(notifier(hook.url()), "2026-11-17T06:30:00Z", RED);
            assertThat(tell(notifier(hook.url()), "2026-11-17T06:35:00Z", RED))
                    .extracting(Notifier.Result::due)
                    .containsExactly(false);
            assertThat(hook.got()).hasSize(1);
            tell(notifier(hook.url()), "2026-11-17T09:00:00Z", GREEN);
            assertThat(hook.got()).hasSize(2);
            assertThat(hook.got().get(1).body()).contains("\"resolved\":[{").contains("was red since 17 Nov 06:30");
        }
    }

    @Test
    void a_preview_shows_the_text_sends_nothing_and_remembers_nothing() throws IOException {
        try (Hook hook = Hook.open()) {
            Notifier notifier = notifier(hook.url());
            Notifier.Result shown =
                    notifier.preview(run("2026-11-17T06:30:00Z", RED)).get(0);
            assertThat(shown.text()).startsWith("■ RED   checked a");
            assertThat(shown.due()).isTrue();
            assertThat(shown.sent()).isFalse();
            assertThat(hook.got()).isEmpty();
            assertThat(data.resolve("notified")).doesNotExist();
            assertThat(notifier.preview(run("2026-11-17T06:35:00Z", RED)).get(0).due())
                    .isTrue();
        }
    }

    @Test
    void a_damaged_memory_is_said_put_aside_and_made_anew() throws IOException {
        try (Hook hook = Hook.open()) {
            Notifier notifier = notifier(hook.url());
            tell(notifier, "2026-11-17T06:30:00Z", RED);
            Path state = data.resolve("notified/state.json");
            String whole = Files.readString(state);
            for (String damaged :
                    List.of(whole.substring(0, whole.length() / 2), "", "[]", "{\"version\":9}", "\0\0\0")) {
                Files.writeString(state, damaged);
                notes.clear();
                assertThat(tell(notifier, "2026-11-17T06:35:00Z", RED).get(0).sent())
                        .isTrue();
                assertThat(notes).singleElement().asString().contains("state.json was damaged", "is told again");
                assertThat(data.resolve("notified/state.damaged.json"))
                        .content(StandardCharsets.UTF_8)
                        .isEqualTo(damaged);
            }
            notes.clear();
            assertThat(tell(notifier, "2026-11-17T06:40:00Z", RED).get(0).due()).isFalse();
            assertThat(notes).isEmpty();
        }
    }

    @Test
    void a_clock_that_went_back_is_said() throws IOException {
        try (Hook hook = Hook.open()) {
            Notifier notifier = notifier(hook.url());
            tell(notifier, "2036-11-17T06:30:00Z", RED);
            assertThat(tell(notifier, "2026-11-17T06:35:00Z", RED).get(0).due()).isFalse();
            assertThat(notes).singleElement().asString().startsWith("the clock went back");
        }
    }

    @Test
    void two_at_once_do_not_tell_the_same_twice() throws IOException {
        try (Hook hook = Hook.open();
                StateFile other = StateFile.open(data, Duration.ZERO)) {
            assertThat(other.notes()).isEmpty();
            Notifier notifier = notifier(hook.url());
            assertThatThrownBy(() -> StateFile.open(data, Duration.ofMillis(200)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("another check is telling people at this moment (process "
                            + ProcessHandle.current().pid());
            assertThat(notifier.preview(run("2026-11-17T06:30:00Z", RED))).hasSize(1);
        }
    }

    @Test
    void an_acknowledged_finding_is_listed_silent_and_can_be_taken_back() throws IOException {
        try (Hook hook = Hook.open()) {
            Notifier notifier = notifier(hook.url());
            Instant now = Instant.parse("2026-11-17T06:30:00Z");
            tell(notifier, now.toString(), RED);
            Acknowledgements.Entry open = Acknowledgements.list(data, now).get(0);
            assertThat(hook.got().get(0).body()).contains("plumb acknowledge " + open.id());
            assertThat(open.title()).isEqualTo("playbook · a: win rate");
            Acknowledgements.acknowledge(data, open.id().substring(0, 4), now.plus(Duration.ofDays(2)), "on it", now);
            assertThat(Acknowledgements.list(data, now).get(0).note()).isEqualTo("on it");
            Notifier.Result held = tell(notifier, "2026-11-18T06:30:00Z", RED).get(0);
            assertThat(held.due()).isFalse();
            assertThat(held.words()).containsExactly("playbook · a: win rate: acknowledged until 19 Nov 06:30 (UTC)");
            Acknowledgements.acknowledge(data, open.id(), now, "", now);
            assertThat(tell(notifier, "2026-11-18T06:35:00Z", RED).get(0).due()).isTrue();
        }
    }

    @Test
    void what_is_not_open_cannot_be_acknowledged() {
        assertThatThrownBy(() -> Acknowledgements.acknowledge(data, "abc123", Instant.MAX, "", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"abc123\" is the id of nothing that is open: plumb acknowledge alone lists what is");
    }

    @Test
    void a_new_channel_is_told_what_is_open() throws IOException {
        try (Hook hook = Hook.open();
                Hook later = Hook.open()) {
            tell(notifier(hook.url()), "2026-11-17T06:30:00Z", RED);
            tell(notifier(hook.url(), later.url()), "2026-11-17T06:35:00Z", RED);
            assertThat(hook.got()).hasSize(1);
            assertThat(later.got()).hasSize(1);
        }
    }
}
