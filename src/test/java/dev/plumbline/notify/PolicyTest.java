package dev.plumbline.notify;

import static dev.plumbline.notify.Runs.both;
import static dev.plumbline.notify.Runs.calm;
import static dev.plumbline.notify.Runs.red;
import static dev.plumbline.notify.Runs.seen;
import static dev.plumbline.notify.Runs.stale;
import static dev.plumbline.notify.Runs.watch;
import static dev.plumbline.notify.Runs.yellow;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes out when. The usual routing: yellow within 15 min, red again after 6 h, yellow after a day, digest at 08:00 UTC. */
final class PolicyTest {

    private static Runs usual() {
        return new Runs(Routing.USUAL);
    }

    private static Runs quiet(String zone) {
        Routing usual = Routing.USUAL;
        return new Runs(new Routing(
                ZoneId.of(zone),
                usual.warnings(),
                usual.repeatRed(),
                usual.repeatYellow(),
                usual.resolvedAfter(),
                usual.digest(),
                usual.heartbeat(),
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)))));
    }

    private static List<String> told(Decision decision) {
        return decision.items().stream()
                .map(item -> item.reason() + " " + item.alarm().key())
                .toList();
    }

    @Test
    void red_goes_at_once_and_once() {
        Runs runs = usual();
        assertThat(told(runs.at("2026-11-16T10:00:00Z", seen(red("a"))))).containsExactly("NEW a");
        assertThat(told(runs.at("2026-11-16T10:05:00Z", seen(red("a"), red("b")))))
                .containsExactly("NEW b");
        assertThat(runs.at("2026-11-16T10:10:00Z", seen(red("a"), red("b"))).isEmpty())
                .isTrue();
    }

    @Test
    void what_stays_red_is_told_again_after_its_cooldown_with_its_beginning() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        assertThat(told(runs.at("2026-11-16T15:45:00Z", seen(red("a"))))).isEmpty();
        Decision again = runs.at("2026-11-16T16:00:00Z", seen(red("a")));
        assertThat(told(again)).containsExactly("STILL a");
        assertThat(again.items().get(0).since()).isEqualTo("2026-11-16T10:00:00Z");
        assertThat(told(runs.at("2026-11-16T16:05:00Z", seen(red("a"))))).isEmpty();
    }

    @Test
    void a_cron_job_that_starts_a_little_earlier_than_last_time_does_not_miss_the_cooldown() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:09Z", seen(red("a")));
        assertThat(told(runs.at("2026-11-16T16:00:02Z", seen(red("a"))))).containsExactly("STILL a");
    }

    @Test
    void yellows_wait_for_each_other_but_not_longer_than_their_window() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", calm());
        Decision first = runs.at("2026-11-16T10:05:00Z", seen(yellow("a")));
        assertThat(first.isEmpty()).isTrue();
        assertThat(first.held()).containsExactly("1 yellow for others, until 16 Nov 10:20 (UTC)");
        assertThat(runs.at("2026-11-16T10:10:00Z", seen(yellow("a"), yellow("b")))
                        .isEmpty())
                .isTrue();
        // 10:20 is the end of the window, and the next run may be a second late
        assertThat(told(runs.at("2026-11-16T10:15:00Z", seen(yellow("a"), yellow("b")))))
                .containsExactly("NEW a", "NEW b");
        assertThat(runs.at("2026-11-16T10:20:00Z", seen(yellow("a"), yellow("b")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void under_a_daily_cron_a_yellow_does_not_wait_for_tomorrow() {
        Runs runs = usual();
        assertThat(told(runs.at("2026-11-16T06:30:00Z", seen(yellow("a"))))).containsExactly("NEW a");
        assertThat(told(runs.at("2026-11-17T06:30:00Z", seen(yellow("b"))))).containsExactly("NEW b");
    }

    @Test
    void a_red_takes_the_waiting_yellows_along() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", calm());
        runs.at("2026-11-16T10:05:00Z", seen(yellow("a")));
        assertThat(told(runs.at("2026-11-16T10:06:00Z", seen(yellow("a"), red("b")))))
                .containsExactly("NEW b", "NEW a");
    }

    @Test
    void yellow_that_becomes_red_is_told_at_once() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(yellow("a")));
        Decision worse = runs.at("2026-11-16T10:05:00Z", seen(red("a")));
        assertThat(told(worse)).containsExactly("WORSE a");
        assertThat(worse.items().get(0).since()).isEqualTo("2026-11-16T10:00:00Z");
    }

    @Test
    void red_that_becomes_yellow_is_told_as_better_within_the_window() {
        Runs runs = usual();
        runs.at("2026-11-16T09:00:00Z", seen(red("a")));
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        assertThat(runs.at("2026-11-16T10:05:00Z", seen(yellow("a"))).isEmpty()).isTrue();
        assertThat(told(runs.at("2026-11-16T10:15:00Z", seen(yellow("a"))))).containsExactly("EASED a");
    }

    @Test
    void resolved_is_told_once_when_it_stayed_calm() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        assertThat(runs.at("2026-11-16T10:05:00Z", calm("a")).isEmpty()).isTrue();
        assertThat(runs.at("2026-11-16T10:10:00Z", calm("a")).isEmpty()).isTrue();
        assertThat(runs.at("2026-11-16T10:15:00Z", calm("a")).resolved())
                .extracting(Told::title)
                .containsExactly("playbook · btc-eth-live: a");
        assertThat(runs.at("2026-11-16T10:20:00Z", calm("a")).isEmpty()).isTrue();
        assertThat(runs.ledger().open()).isEmpty();
    }

    @Test
    void under_a_daily_cron_resolved_does_not_wait_for_tomorrow() {
        Runs runs = usual();
        runs.at("2026-11-16T06:30:00Z", seen(red("a")));
        assertThat(runs.at("2026-11-17T06:30:00Z", calm("a")).resolved()).hasSize(1);
    }

    @Test
    void what_flaps_neither_resolves_nor_alarms_again() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        assertThat(runs.at("2026-11-16T10:05:00Z", calm("a")).isEmpty()).isTrue();
        assertThat(runs.at("2026-11-16T10:10:00Z", seen(red("a"))).isEmpty()).isTrue();
        assertThat(runs.at("2026-11-16T10:15:00Z", calm("a")).isEmpty()).isTrue();
    }

    @Test
    void what_cannot_be_judged_any_more_is_not_resolved() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        assertThat(runs.at("2026-11-16T12:00:00Z", seen()).isEmpty()).isTrue();
        assertThat(told(runs.at("2026-11-16T12:05:00Z", seen(red("a")))))
                .as("nor told anew")
                .isEmpty();
    }

    @Test
    void what_no_run_judges_for_a_month_is_forgotten_without_a_word() {
        Runs runs = usual().carrying(Topic.RED, Topic.RESOLVED);
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        assertThat(runs.at("2026-12-17T10:00:00Z", seen()).isEmpty()).isTrue();
        assertThat(runs.ledger().open()).isEmpty();
        assertThat(runs.at("2026-12-17T10:05:00Z", seen()).isEmpty()).isTrue();
    }

    @Test
    void a_channel_that_was_down_is_told_by_the_next_run() {
        Runs runs = usual();
        assertThat(told(runs.at("2026-11-16T10:00:00Z", seen(red("a")), false))).containsExactly("NEW a");
        assertThat(told(runs.at("2026-11-16T10:05:00Z", seen(red("a")), true))).containsExactly("NEW a");
        runs.at("2026-11-16T10:10:00Z", calm("a"));
        assertThat(runs.at("2026-11-16T10:30:00Z", calm("a"), false).resolved()).hasSize(1);
        assertThat(runs.at("2026-11-16T10:35:00Z", calm("a"), true).resolved()).hasSize(1);
        assertThat(runs.at("2026-11-16T10:40:00Z", calm("a"), true).resolved()).isEmpty();
    }

    @Test
    void in_quiet_hours_only_red_passes_and_yellow_comes_when_they_end() {
        Runs runs = quiet("Europe/Berlin");
        runs.at("2026-11-16T20:00:00Z", calm());
        // 22:30 in Berlin
        assertThat(runs.at("2026-11-16T21:30:00Z", seen(yellow("a"))).held())
                .containsExactly("1 yellow until the quiet hours end");
        assertThat(told(runs.at("2026-11-17T05:55:00Z", seen(yellow("a")))))
                .as("06:55")
                .isEmpty();
        assertThat(told(runs.at("2026-11-17T06:00:00Z", seen(yellow("a")))))
                .as("07:00")
                .containsExactly("NEW a");
        assertThat(told(runs.at("2026-11-17T23:00:00Z", seen(yellow("a"), red("b")))))
                .containsExactly("NEW b");
    }

    @Test
    void in_quiet_hours_nothing_is_called_resolved() {
        Runs runs = quiet("UTC");
        runs.at("2026-11-16T21:00:00Z", seen(red("a")));
        runs.at("2026-11-16T22:00:00Z", calm("a"));
        assertThat(runs.at("2026-11-16T23:00:00Z", calm("a")).isEmpty()).isTrue();
        assertThat(runs.at("2026-11-17T07:00:00Z", calm("a")).resolved()).hasSize(1);
    }

    @Test
    void an_acknowledged_finding_is_silent_until_then() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        runs.acknowledge(Level.CRITICAL, "a", "2026-11-16T10:01:00Z", "2026-11-17T10:00:00Z");
        Decision held = runs.at("2026-11-16T17:00:00Z", seen(red("a")));
        assertThat(told(held)).isEmpty();
        assertThat(held.muted()).containsExactly("playbook · btc-eth-live: a: acknowledged until 17 Nov 10:00 (UTC)");
        assertThat(told(runs.at("2026-11-17T10:00:00Z", seen(red("a"))))).containsExactly("STILL a");
    }

    @Test
    void an_acknowledged_yellow_that_becomes_red_is_told() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(yellow("a")));
        runs.acknowledge(Level.WARNING, "a", "2026-11-16T10:01:00Z", "2026-11-17T10:00:00Z");
        assertThat(told(runs.at("2026-11-16T10:05:00Z", seen(red("a"))))).containsExactly("WORSE a");
    }

    @Test
    void an_acknowledgement_ends_when_its_finding_is_resolved() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        runs.acknowledge(Level.CRITICAL, "a", "2026-11-16T10:01:00Z", "2026-11-20T10:00:00Z");
        runs.at("2026-11-16T12:00:00Z", calm("a"));
        assertThat(runs.ledger().acknowledged()).isEmpty();
        assertThat(told(runs.at("2026-11-16T14:00:00Z", seen(red("a"))))).containsExactly("NEW a");
    }

    @Test
    void planned_downtime_mutes_what_says_that_data_is_missing_and_nothing_else() {
        Runs runs = usual().planned("2026-11-16T10:00:00Z", "2026-11-16T12:00:00Z", "");
        Decision during = runs.at("2026-11-16T10:30:00Z", seen(stale("newest row"), red("drawdown")));
        assertThat(told(during)).containsExactly("NEW drawdown");
        assertThat(during.muted())
                .containsExactly("playbook · btc-eth-live: newest row: planned downtime until 16 Nov 12:00 (UTC)");
        assertThat(told(runs.at("2026-11-16T12:10:00Z", seen(stale("newest row")))))
                .as("a quarter of an hour to come back")
                .isEmpty();
        assertThat(told(runs.at("2026-11-16T12:15:00Z", seen(stale("newest row")))))
                .containsExactly("NEW newest row");
    }

    @Test
    void downtime_of_another_agent_mutes_nothing() {
        Runs runs = usual().planned("2026-11-16T10:00:00Z", "2026-11-16T12:00:00Z", "another");
        assertThat(told(runs.at("2026-11-16T10:30:00Z", seen(stale("newest row")))))
                .containsExactly("NEW newest row");
    }

    @Test
    void the_digest_comes_once_a_day_at_its_time_of_the_zone() {
        Runs runs = quiet("Europe/Berlin");
        assertThat(runs.at("2026-11-16T10:00:00Z", seen(watch("a"))).digest())
                .as("the first day begins")
                .isFalse();
        assertThat(runs.at("2026-11-17T06:55:00Z", seen(watch("a"))).digest())
                .as("07:55")
                .isFalse();
        assertThat(runs.at("2026-11-17T07:00:00Z", seen(watch("a"))).digest())
                .as("08:00")
                .isTrue();
        assertThat(runs.at("2026-11-17T07:05:00Z", seen(watch("a"))).digest()).isFalse();
        assertThat(runs.at("2026-11-18T07:05:00Z", seen(watch("a"))).digest()).isTrue();
    }

    @Test
    void a_digest_whose_time_is_in_quiet_hours_comes_when_they_end() {
        Routing usual = Routing.USUAL;
        Runs runs = new Runs(new Routing(
                usual.zone(),
                usual.warnings(),
                usual.repeatRed(),
                usual.repeatYellow(),
                usual.resolvedAfter(),
                Optional.of(LocalTime.of(6, 0)),
                Optional.empty(),
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)))));
        runs.at("2026-11-16T10:00:00Z", seen(watch("a")));
        assertThat(runs.at("2026-11-17T06:05:00Z", seen(watch("a"))).digest()).isFalse();
        assertThat(runs.at("2026-11-17T07:00:00Z", seen(watch("a"))).digest()).isTrue();
    }

    @Test
    void what_stays_yellow_is_told_again_after_a_day() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", seen(yellow("a")));
        runs.at("2026-11-17T09:45:00Z", seen(yellow("a")));
        assertThat(told(runs.at("2026-11-17T10:00:00Z", seen(yellow("a"))))).containsExactly("STILL a");
    }

    @Test
    void to_watch_is_never_more_than_a_line_of_the_digest() {
        Runs runs = usual();
        assertThat(told(runs.at("2026-11-16T10:00:00Z", seen(watch("a"))))).isEmpty();
        assertThat(runs.ledger().open()).isEmpty();
    }

    @Test
    void an_empty_digest_is_not_sent() {
        Runs runs = usual();
        runs.at("2026-11-16T10:00:00Z", calm("a"));
        assertThat(runs.at("2026-11-17T10:00:00Z", calm("a")).isEmpty()).isTrue();
    }

    @Test
    void the_heartbeat_comes_at_the_first_run_and_then_daily() {
        Runs runs = usual().carrying(Topic.RED, Topic.HEARTBEAT);
        assertThat(runs.at("2026-11-16T10:00:00Z", calm()).heartbeat()).isTrue();
        assertThat(runs.at("2026-11-16T10:05:00Z", calm()).isEmpty()).isTrue();
        assertThat(runs.at("2026-11-17T08:00:00Z", calm(), false).heartbeat()).isTrue();
        assertThat(runs.at("2026-11-17T08:05:00Z", calm()).heartbeat())
                .as("the one before did not arrive")
                .isTrue();
        assertThat(runs.at("2026-11-17T08:10:00Z", calm()).heartbeat()).isFalse();
    }

    @Test
    void a_channel_carries_what_it_was_asked_to_carry() {
        Runs runs = usual().carrying(Topic.RED);
        assertThat(told(runs.at("2026-11-16T10:00:00Z", seen(red("a"), yellow("b"), watch("c")))))
                .containsExactly("NEW a");
        Decision later = runs.at("2026-11-17T10:00:00Z", both(calm("a"), seen(yellow("b"))));
        assertThat(later.isEmpty()).isTrue();
        assertThat(told(runs.at("2026-11-17T11:00:00Z", seen(red("a")))))
                .as("green in between, though nobody said so")
                .containsExactly("NEW a");
    }

    @Test
    void a_clock_that_goes_back_delays_by_one_cooldown_at_most() {
        Runs runs = usual();
        runs.at("2036-11-16T10:00:00Z", seen(red("a")));
        runs.at("2026-11-16T10:00:00Z", seen(red("a")));
        assertThat(runs.ledger().open().get("a").since()).isEqualTo("2026-11-16T10:00:00Z");
        assertThat(told(runs.at("2026-11-16T10:05:00Z", seen(red("a"), red("b")))))
                .containsExactly("NEW b");
        assertThat(told(runs.at("2026-11-16T16:00:00Z", seen(red("a"))))).containsExactly("STILL a");
    }

    @Test
    void a_night_without_an_hour_and_one_with_two_have_one_digest_each() {
        Runs runs = new Runs(new Routing(
                ZoneId.of("Europe/Berlin"),
                Duration.ofMinutes(15),
                Duration.ofHours(6),
                Duration.ofDays(1),
                Duration.ofMinutes(15),
                Optional.of(LocalTime.of(2, 30)),
                Optional.empty(),
                Optional.empty()));
        // 29 March 2026: 02:30 does not exist; 25 October 2026: it comes twice
        runs.at("2026-03-28T12:00:00Z", seen(watch("a")));
        assertThat(digests(runs, "2026-03-29T00:", "2026-03-29T01:", "2026-03-29T02:"))
                .isOne();
        runs.at("2026-10-24T12:00:00Z", seen(watch("a")));
        assertThat(digests(runs, "2026-10-24T23:", "2026-10-25T00:", "2026-10-25T01:", "2026-10-25T02:"))
                .isOne();
    }

    private static long digests(Runs runs, String... hours) {
        long n = 0;
        for (String hour : hours) {
            for (String minute : List.of("00", "15", "30", "45")) {
                n += runs.at(hour + minute + ":00Z", seen(watch("a"))).digest() ? 1 : 0;
            }
        }
        return n;
    }
}
