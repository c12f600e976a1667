package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a review with invented figures: {@code DemoPage FOLDER} makes demo.html and demo-static.html. */
final class DemoPage {

    private DemoPage() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.writeString(folder.resolve("demo.html"), PageHtml.write(of(60), PageHtml.Options.interactive()));
        Files.writeString(folder.resolve("demo-static.html"), PageHtml.write(of(60), PageHtml.Options.plain()));
    }

    static Page of(int pointsAnHour) {
        Check check = DemoCheck.of();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.VerdictBox(check));
        blocks.add(new Block.Heading(2, "What moved against the baseline"));
        blocks.add(new Block.Deviations(check));
        blocks.add(new Block.Heading(2, "Equity and drawdown"));
        blocks.add(new Block.Code("Equity", "Charts.equity(week)"));
        blocks.add(new Block.Figure(DemoCharts.equity(pointsAnHour)));
        blocks.add(new Block.Heading(2, "Daily profit and loss"));
        blocks.add(new Block.Figure(DemoCharts.pnl()));
        blocks.add(new Block.Heading(2, "What it decided"));
        blocks.add(new Block.Figure(DemoCharts.mix()));
        blocks.add(new Block.Heading(2, "Does it know when it is right?"));
        blocks.add(new Block.Figure(DemoCharts.calibration()));
        blocks.add(
                new Block.Prose(
                        "At every level above 60 % the bot is surer than it is right, and the gap grew this week. A threshold of 0.80 kept 41 % of the trades and did not raise the win rate: 54.9 % against 53.6 % (difference within chance).\n\n**Recommendation: keep the threshold, look at the retraining of 12 Nov.** Changing it on this week’s data would be fitting noise."));
        blocks.add(new Block.Code("", "week.calibration(CONFIDENCE)"));
        blocks.add(new Block.Heading(2, "Confidence and modes"));
        blocks.add(new Block.Figure(DemoCharts.confidence()));
        blocks.add(new Block.Heading(2, "Retraining"));
        blocks.add(new Block.Figure(DemoCharts.retraining()));
        blocks.add(new Block.Heading(2, "Win rate, rolling"));
        blocks.add(new Block.Figure(DemoCharts.rolling()));
        blocks.add(new Block.Heading(2, "All figures"));
        blocks.add(new Block.Measurements(
                check.rows().stream().map(Deviation::now).limit(12).toList()));
        blocks.add(new Block.Heading(2, "Can the data be trusted?"));
        blocks.add(
                new Block.Prose(
                        "268 trades, 10,080 equity points, 3,360 decisions, 14 retrainings from 4 files. One gap: 12 Nov 02:11–11:14.\n\n| file | rows |\n|---|---:|\n| trading.db | 41,204 |\n| deployment.log | 3,360 |"));
        blocks.add(new Block.DataTable(
                "Rejected lines",
                List.of(
                        new Block.DataTable.Column("file", false),
                        new Block.DataTable.Column("line", true),
                        new Block.DataTable.Column("reason", false)),
                List.of(
                        List.of("trades.csv", "14", "found \"abc\": a number was expected"),
                        List.of("trades.csv", "1,208", "found \"\": a time was expected")),
                3));
        blocks.add(new Block.Printed("imported 4 files\n  61,204 rows, 3 rejected"));
        Map<String, String> made = new LinkedHashMap<>();
        made.put("again", "plumb review weekly --as-of 2026-11-16 --system playbook");
        made.put("inputs", "trading.db (sha256 9f3c…, 41,204 rows), production_deployment.log (…)");
        made.put(
                "definitions",
                "Sharpe: daily closes, sample deviation, rf 0, √365. Intervals: Wilson, stationary bootstrap (2,000). Tests: 33, false-discovery rate 5 %.");
        made.put("versions", "plumbline 0.1.0, DuckDB 1.5.6, Java 17.0.15");
        Map<String, String> run = new LinkedHashMap<>();
        run.put("made", "2026-11-17 06:00 UTC in 4.1 s");
        return new Page(
                "PLUMBLINE · WEEKLY REVIEW",
                "10–16 November 2026",
                "playbook · agent btc-eth-live · 3 symbols, 2 intervals · live · against baseline launch (27 Oct – 2 Nov) · times in UTC, money in USDT",
                blocks,
                made,
                run);
    }
}
