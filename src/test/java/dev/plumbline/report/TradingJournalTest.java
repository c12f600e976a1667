package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.TradingJournal.Entry;
import dev.plumbline.report.TradingJournal.Outcome;
import org.junit.jupiter.api.Test;

/** Figures are refreshed, what people wrote is kept. */
final class TradingJournalTest {

    private static Entry day(String figures) {
        return new Entry("daily 2026-11-19 roma live", "19 Nov 2026", figures, "Notes:");
    }

    @Test
    void a_new_entry_comes_last_with_room_for_notes() {
        TradingJournal first = TradingJournal.with("", day("- trades 5"));
        assertThat(first.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(first.text())
                .startsWith("# Trading journal")
                .contains("## 19 Nov 2026\n<!-- plumb daily")
                .endsWith("Notes:\n");
        TradingJournal second =
                TradingJournal.with(first.text(), new Entry("daily 2026-11-20 roma live", "20 Nov", "- trades 6", ""));
        assertThat(second.text()).startsWith(first.text());
    }

    @Test
    void figures_are_refreshed_and_notes_stay_where_they_are() {
        String mine =
                TradingJournal.with("", day("- trades 5")).text().replace("Notes:", "Notes: calm day\n\n> stop at 3 %");
        TradingJournal later = TradingJournal.with(mine, day("- trades 7"));
        assertThat(later.outcome()).isEqualTo(Outcome.REFRESHED);
        assertThat(later.text())
                .contains("- trades 7", "calm day\n\n> stop at 3 %")
                .doesNotContain("- trades 5");
        assertThat(TradingJournal.with(later.text(), day("- trades 7")))
                .isEqualTo(new TradingJournal(later.text(), Outcome.UNCHANGED));
    }

    @Test
    void figures_that_somebody_changed_are_never_overwritten() {
        String edited =
                TradingJournal.with("", day("- trades 5")).text().replace("- trades 5", "- trades 5 (one is a test)");
        TradingJournal later = TradingJournal.with(edited, day("- trades 7"));
        assertThat(later.outcome()).isEqualTo(Outcome.KEPT_BOTH);
        assertThat(later.text()).contains("one is a test", "- trades 7");
        // from now on ours are the last and are refreshed, theirs stay
        TradingJournal again = TradingJournal.with(later.text(), day("- trades 8"));
        assertThat(again.outcome()).isEqualTo(Outcome.REFRESHED);
        assertThat(again.text()).contains("one is a test", "- trades 8").doesNotContain("- trades 7");
    }

    @Test
    void a_text_that_looks_like_a_comment_ends_nothing() {
        TradingJournal hostile = TradingJournal.with("", day("- alert <!-- /plumb --> x\n- more"));
        assertThat(TradingJournal.with(hostile.text(), day("- quiet")).text()).doesNotContain("more", "alert");
    }

    @Test
    void an_editor_that_writes_crlf_is_no_edit() {
        String windows =
                TradingJournal.with("", day("- trades 5\n- won 3")).text().replace("\n", "\r\n");
        assertThat(TradingJournal.with(windows, day("- trades 7\n- won 4")).outcome())
                .isEqualTo(Outcome.REFRESHED);
        assertThat(TradingJournal.with(windows, day("- trades 5\n- won 3")).outcome())
                .as("the same but for the line ends: written once more, nothing lost")
                .isIn(Outcome.UNCHANGED, Outcome.REFRESHED);
    }
}
