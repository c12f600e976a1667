package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.store.DuckDb;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bot states of itself, beside ours. */
final class OwnFiguresTest {

    @TempDir
    Path folder;

    /** Two trades of ROMA, the first won, and what it stated about the day of the first. */
    private Workbench stating(String kind, String figures) throws Exception {
        Workbench lab = new TinyStore(folder)
                .file("logs/decisions/bot/trade_history.json", """
                        [{"symbol": "BTCUSDT", "side": "long", "entry_price": 100, "close_price": 103, "quantity": 2, "leverage": 5,
                          "open_time": "2025-10-20T10:00:00", "close_time": "2025-10-20T10:30:00", "pnl_pct": 3, "pnl_usdt": 30},
                         {"symbol": "BTCUSDT", "side": "long", "entry_price": 100, "close_price": 98, "quantity": 2, "leverage": 5,
                          "open_time": "2025-10-21T10:00:00", "close_time": "2025-10-21T10:30:00", "pnl_pct": -2, "pnl_usdt": -20}]
                        """)
                .open();
        DuckDb.execute(
                lab.store().connection(),
                "test",
                "INSERT INTO runs BY NAME SELECT 'r1' AS id, TIMESTAMP '2025-10-20' AS time, TIMESTAMP '2025-10-20 23:00' AS ended, "
                        + DuckDb.literal(kind) + " AS kind, " + DuckDb.literal(figures)
                        + " AS figures, system, agent, environment FROM trades LIMIT 1");
        return lab;
    }

    @Test
    void the_figures_of_a_report_stand_beside_ours_of_the_same_days() throws Exception {
        try (Workbench lab = stating(
                "report",
                "{\"win_rate\": 62.5, \"profit_factor\": 1.5, \"nested\": {\"novel\": 7.25}, \"list\": [1, 2], \"word\": \"x\"}")) {
            OwnFigures own = OwnFigures.of(lab.days("2025-10-20", "2025-10-21"));
            assertThat(own.figures())
                    .filteredOn(figure -> figure.name().endsWith("(report)"))
                    .extracting(OwnFigures.Figure::name, OwnFigures.Figure::bots, OwnFigures.Figure::ours)
                    .containsExactly(
                            // ours is of the report's own day, on which one trade closed and won
                            tuple("profit factor (report)", "1.50", "undefined"),
                            tuple("win rate (report)", "62.5 %", "100.0 %"),
                            tuple("nested.novel (report)", "7.2500", "–"));
            assertThat(own.figures())
                    .extracting(OwnFigures.Figure::oursDefinition)
                    .anyMatch(words -> words.contains("20 Oct"));
            // the two figures that are computed as the bot does come first, of the whole window
            assertThat(own.figures().get(1).ours()).isEqualTo("50.0 %");
        }
    }

    @Test
    void settings_are_no_figures() throws Exception {
        try (Workbench lab = stating("settings", "{\"win_rate\": 62.5}")) {
            assertThat(OwnFigures.of(lab.days("2025-10-20", "2025-10-21")).figures())
                    .extracting(OwnFigures.Figure::name)
                    .containsExactly("net P&L", "win rate", "Sharpe ratio", "maximum drawdown");
        }
    }

    @Test
    void the_scale_of_a_figure_belongs_to_the_system_and_its_key() {
        assertThat(KnownFigure.find("fox", "win_rate").orElseThrow().text(44)).isEqualTo("44.0 %");
        assertThat(KnownFigure.find("playbook", "overall.overall_win_rate")
                        .orElseThrow()
                        .text(0.44))
                .isEqualTo("44.0 %");
        assertThat(KnownFigure.find("roma", "avg_hold_mins").orElseThrow().text(30))
                .isEqualTo("30.0 min");
        assertThat(KnownFigure.find("fox", "max_drawdown").orElseThrow().text(12))
                .isEqualTo("12");
        assertThat(KnownFigure.find("csv", "win_rate")).isEmpty();
    }

    @Test
    void a_file_without_figures_of_its_own_says_so() throws Exception {
        TinyStore store = new TinyStore(folder).file("equity.csv", "time,equity\n2025-10-20T10:00:00Z,1000\n");
        try (Workbench lab = store.open()) {
            assertThat(OwnFigures.of(lab.days("2025-10-20", "2025-10-20")).toString())
                    .isEqualTo("Not available: the files of csv carry no figures of its own.");
        }
    }
}
