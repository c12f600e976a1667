package dev.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said, and in which form. */
final class NewsTest {

    private static final String HOSTILE =
            "<b>&amp; *x* _y_ `z` @everyone <!channel> [l](http://e) \u001b[31m\u0007\u202e\n\"q\"";

    private static Message message(List<Check> checks) {
        return message(checks, Optional.of("https://reports.example.org/2026-11-16/weekly-review.html"));
    }

    private static Message message(List<Check> checks, Optional<String> link) {
        Seen seen = Seen.of(checks);
        Ledger ledger = Ledger.EMPTY.with(seen, Weekly.NOW);
        Decision decision = Policy.decide(
                seen, ledger, ChannelMemory.NONE, EnumSet.allOf(Topic.class), Routing.USUAL, List.of(), Weekly.NOW);
        return new News(checks, seen, decision, Weekly.NOW, Routing.USUAL.zone(), link, "", List.of()).message();
    }

    @Test
    void the_verdict_and_the_three_worst_with_why_action_n_and_interval() {
        Check check = Weekly.check(
                "btc-eth-live",
                Weekly.row("drawdown", Verdict.YELLOW),
                Weekly.row("win rate", Verdict.RED),
                Weekly.row("profit factor", Verdict.YELLOW),
                Weekly.row("red days", Verdict.YELLOW),
                Weekly.row("calm", Verdict.WITHIN));
        Message message = message(List.of(check));
        assertThat(message.subject()).isEqualTo("■ RED  win rate · btc-eth-live and 3 more");
        assertThat(Forms.plain(message))
                .startsWith("""
                    ■ RED   checked btc-eth-live, 17 Nov 06:30 (UTC)
                    ■ playbook · btc-eth-live · live: red (1 red, 3 yellow)
                    7 days to 16 Nov 2026, no baseline: limits only

                    ■ win rate
                    playbook · btc-eth-live · live
                    38.1 % now, 54.9 % before, change −16.7 pt [−26.7, −6.7], n = 118
                    below its band, and not chance
                    → consider rollback
                    new; plumb acknowledge\
                    """)
                .contains(
                        "\n\n▲ drawdown\n",
                        "\n\n▲ profit factor\n",
                        "\n\nand 1 more yellow\n▲ btc-eth-live: red days, 38.1 %")
                .endsWith("report\nhttps://reports.example.org/2026-11-16/weekly-review.html");
    }

    @Test
    void several_agents_are_one_message_the_worst_first() {
        Message message = message(List.of(
                Weekly.check("calm", Weekly.row("win rate", Verdict.WITHIN)),
                Weekly.check("bad", Weekly.row("win rate", Verdict.RED))));
        assertThat(Forms.plain(message).lines().limit(3))
                .containsExactly(
                        "■ RED   checked 2 agents, 17 Nov 06:30 (UTC)",
                        "■ playbook · bad · live: red (1 red)",
                        "● playbook · calm · live: green");
        assertThat(message.json().get("agents")).hasSize(2);
    }

    @Test
    void a_metric_outside_its_band_and_beyond_its_limit_is_one_finding() {
        Deviation limit = Weekly.row("win rate", Verdict.YELLOW, Deviation.Kind.LIMIT, "below 55 % is yellow");
        Message message = message(List.of(Weekly.check("a", limit, Weekly.row("win rate", Verdict.RED))));
        assertThat(message.json().get("items")).hasSize(1);
        assertThat(Forms.plain(message)).contains("below its band, and not chance; below 55 % is yellow");
    }

    @Test
    void stale_data_is_red() {
        Check check = Weekly.stale("a");
        assertThat(message(List.of(check)).subject()).isEqualTo("■ RED  newest row · a");
    }

    @Test
    void what_many_agents_have_does_not_hide_what_one_has() {
        Message message = message(List.of(
                Weekly.stale("a"),
                Weekly.stale("b"),
                Weekly.stale("c"),
                Weekly.check("d", Weekly.row("drawdown", Verdict.RED), Weekly.row("red days", Verdict.YELLOW))));
        assertThat(message.json().get("items"))
                .extracting(item -> item.get("title").asText())
                .containsExactly("newest row", "drawdown", "newest row", "newest row", "red days");
        assertThat(Forms.plain(message))
                .contains("■ playbook · b · live: red (stale: newest row 3 h old, 30 min allowed)");
    }

    @Test
    void green_is_said_as_a_heartbeat() {
        Message message = message(List.of(Weekly.check("a", Weekly.row("win rate", Verdict.WITHIN))), Optional.empty());
        assertThat(message.subject()).isEqualTo("● GREEN  checked a");
        assertThat(Forms.plain(message))
                .isEqualTo("● GREEN   checked a, 17 Nov 06:30 (UTC)\n● playbook · a · live: green\n"
                        + "7 days to 16 Nov 2026, no baseline: limits only");
    }

    @Test
    void what_cannot_be_told_is_not_called_green() {
        Message message = message(List.of(Weekly.check("a", Weekly.row("win rate", Verdict.UNKNOWN))));
        assertThat(message.subject()).isEqualTo("○ NOT ENOUGH DATA  checked a");
    }

    @Test
    void hostile_names_are_text_in_every_form() {
        Message message = message(List.of(Weekly.check(HOSTILE, Weekly.row(HOSTILE, Verdict.RED))));
        assertThat(message.subject().chars()).noneMatch(Character::isISOControl);
        assertThat(Forms.telegram(message))
                .doesNotContain("<b>&amp; ", "<!channel>")
                .contains("&lt;b&gt;&amp;amp; *x*")
                .containsOnlyOnce("<b>■ RED");
        assertThat(Forms.html(message)).doesNotContain("<b>", "<!channel>").contains("&lt;b&gt;&amp;amp; *x*");
        assertThat(Forms.slack(message)).doesNotContain("<!channel>", "<b>").contains("&lt;!channel&gt;");
        assertThat(Forms.discord(message)).doesNotContain(" @everyone", " *x*").contains("\\@everyone", "\\*x\\*");
        for (String form : List.of(Forms.plain(message), Forms.telegram(message), Forms.html(message))) {
            assertThat(form.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
            assertThat(form).doesNotContain("\u202e");
        }
    }

    @Test
    void what_does_not_fit_is_cut_between_lines_and_counted() {
        Deviation[] rows = new Deviation[14];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Weekly.row("<".repeat(100) + i, Verdict.RED);
        }
        Message message = message(List.of(Weekly.check("&".repeat(200), rows)));
        String telegram = Forms.telegram(message);
        assertThat(telegram.length()).isLessThanOrEqualTo(4096);
        assertThat(telegram).containsPattern("\n… \\d+ more lines$");
        assertThat(telegram.split("<b>", -1)).hasSameSizeAs(telegram.split("</b>", -1));
        assertThat(Forms.discord(message).length()).isLessThanOrEqualTo(2000);
    }
}
