package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PlaybookSampleTest {

    private static final FleetOptions OPTIONS =
            FleetOptions.until(LocalDate.of(2026, 11, 17)).withSystems(Set.of("playbook"));
    private static final String LAST_WEEK = "'2026-11-10T00:00:00'";

    private Path folder = Path.of(".");

    private Sqlite live = new Sqlite(Path.of("."));
    private Sqlite paper = live;
    private Sqlite calm = live;
    private JsonNode truth = new ObjectMapper().createObjectNode();

    @BeforeAll
    void write(@TempDir Path place) throws IOException {
        folder = place;
        Path nothing = Files.createFile(folder.resolve("nothing.yaml"));
        Fleet.write(folder.resolve("planted"), OPTIONS);
        Fleet.write(folder.resolve("calm"), OPTIONS.withPlant(nothing));
        live = new Sqlite(folder.resolve("planted/playbook/btc-eth-live/trading.db"));
        paper = new Sqlite(folder.resolve("planted/playbook/btc-eth-paper/trading.db"));
        calm = new Sqlite(folder.resolve("calm/playbook/btc-eth-live/trading.db"));
        truth = new ObjectMapper().readTree(folder.resolve("planted/truth.json").toFile());
    }

    @Test
    void tables_have_the_columns_of_the_bot() {
        assertThat(live.columns("candles"))
                .isEqualTo("id,timestamp,datetime,open,high,low,close,volume,symbol,interval");
        assertThat(live.columns("signals"))
                .isEqualTo(
                        "id,timestamp,datetime,signal_type,strength,confidence,price,stop_loss,take_profit,atr,notified,"
                                + "symbol,interval,actual_outcome,outcome_price,outcome_timestamp,pnl_percent");
        assertThat(live.columns("trade_results"))
                .isEqualTo("id,signal_id,entry_price,entry_time,exit_price,exit_time,direction,stop_loss,take_profit,"
                        + "hit_target,hit_stop,pnl_percent,pnl_absolute");
        assertThat(live.columns("learning_states"))
                .isEqualTo("id,symbol,interval,mode,confidence_score,entered_at,reason,metadata");
        assertThat(live.columns("trade_outcomes"))
                .isEqualTo(
                        "id,signal_id,symbol,interval,entry_price,exit_price,entry_time,exit_time,predicted_direction,"
                                + "predicted_confidence,predicted_probability,actual_direction,was_correct,pnl_percent,"
                                + "pnl_absolute,features_snapshot,regime,is_paper_trade,closed_by");
        assertThat(live.columns("retraining_history"))
                .isEqualTo("id,symbol,interval,triggered_at,trigger_reason,trigger_metadata,started_at,completed_at,"
                        + "duration_seconds,status,validation_accuracy,validation_confidence,improvement_pct,n_samples,"
                        + "n_epochs,final_loss,error_message");
        assertThat(live.columns("confidence_history"))
                .isEqualTo("id,symbol,interval,timestamp,confidence_score,validation_accuracy,drift_score,mode");
        assertThat(live.columns("news_articles"))
                .isEqualTo(
                        "id,timestamp,datetime,source,title,description,content,url,author,sentiment_score,"
                                + "sentiment_label,sentiment_compound,symbols,primary_symbol,relevance_score,processed,content_hash");
        assertThat(live.columns("sentiment_features"))
                .isEqualTo("id,candle_timestamp,symbol,interval,sentiment_1h,sentiment_6h,sentiment_24h,"
                        + "sentiment_momentum,sentiment_volatility,news_volume_1h,news_volume_6h,news_volume_24h,"
                        + "source_diversity,last_updated");
    }

    @Test
    void only_the_live_agent_has_the_tables_that_the_guide_invents() {
        String sql = "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'table'"
                + " AND name IN ('portfolio_snapshots', 'error_log', 'positions', 'config') ORDER BY name)";
        assertThat(live.rows(sql)).isEqualTo(List.of(List.of("config,error_log,portfolio_snapshots,positions")));
        assertThat(paper.rows(sql).get(0).get(0)).isNull();
    }

    @Test
    void a_trade_has_the_figures_that_the_bot_would_write() {
        for (Sqlite agent : List.of(live, paper)) {
            String wrong = "SELECT count(*) FROM trade_outcomes WHERE entry_time <> exit_time"
                    + " OR was_correct <> (pnl_percent > 0)"
                    + " OR was_correct <> (predicted_direction = actual_direction)"
                    + " OR abs(pnl_absolute - (exit_price - entry_price) * iif(predicted_direction = 'BUY', 1, -1)) > 1e-7"
                    + " OR abs(pnl_percent - 100 * pnl_absolute / entry_price) > 1e-5"
                    + " OR abs(predicted_probability - 0.5) - predicted_confidence / 2 > 1e-6";
            assertThat(agent.number(wrong)).isZero();
        }
        assertThat(live.number("SELECT sum(is_paper_trade) FROM trade_outcomes"))
                .isZero();
        assertThat(paper.number("SELECT avg(is_paper_trade) FROM trade_outcomes"))
                .isEqualTo(1);
    }

    @Test
    void a_trade_closes_at_a_price_of_its_candle() {
        assertThat(live.number("SELECT count(*) FROM trade_outcomes t JOIN candles c ON c.symbol = t.symbol"
                        + " AND c.interval = '1h' AND c.datetime = substr(t.exit_time, 1, 13) || ':00:00'"
                        + " WHERE t.exit_price NOT BETWEEN c.low AND c.high"))
                .isZero();
    }

    @Test
    void snapshots_add_up_from_trades_fees_and_deposit() {
        // capital and deposit, 500 USDT a trade, 0.05 % a side; what is open at the end is in positions
        double closed = live.number("SELECT sum(5 * pnl_percent - 0.5) FROM trade_outcomes");
        assertThat(live.number("SELECT sum(pnl) FROM positions WHERE status = 'closed'"))
                .isCloseTo(closed, within(0.2));
        double last = live.number("SELECT total_value FROM portfolio_snapshots ORDER BY timestamp DESC LIMIT 1");
        double unrealised = live.number("SELECT sum((current_price - entry_price) * quantity - 0.25) FROM positions"
                + " WHERE status = 'open'");
        // the last snapshot is a quarter of an hour before the end
        assertThat(last).isCloseTo(12_000 + closed + unrealised, within(40.0));
        assertThat(live.number("SELECT max(total_value - pnl) - min(total_value - pnl) FROM portfolio_snapshots"))
                .isCloseTo(2_000, within(0.02));
    }

    @Test
    void baseline_weeks_are_at_the_levels_of_the_playbook() {
        String before = " WHERE exit_time < " + LAST_WEEK;
        assertThat(live.number("SELECT avg(was_correct) FROM trade_outcomes" + before))
                .isBetween(0.53, 0.58);
        assertThat(live.number("SELECT avg(confidence_score) FROM confidence_history WHERE timestamp < " + LAST_WEEK))
                .isCloseTo(0.763, within(0.01));
        assertThat(live.number("SELECT avg(mode = 'TRADING') FROM confidence_history"))
                .isBetween(0.48, 0.56);
        assertThat(live.number("SELECT count(*) / 28.0 / 3 FROM retraining_history WHERE triggered_at < " + LAST_WEEK))
                .isBetween(2.8, 3.6);
        assertThat(live.number(
                        "SELECT avg(status = 'success') FROM retraining_history WHERE triggered_at < " + LAST_WEEK))
                .isBetween(0.83, 0.91);
        assertThat(live.number("SELECT count(*) / 4.0 FROM learning_states WHERE entered_at < " + LAST_WEEK))
                .isBetween(9.0, 16.0);
    }

    @Test
    void a_drop_of_the_win_rate_is_in_the_file_as_the_truth_says() {
        JsonNode found = found("win_rate");
        String last = " FROM trade_outcomes WHERE symbol = 'ETH/USDT' AND exit_time >= " + LAST_WEEK;
        assertThat(live.number("SELECT count(*)" + last))
                .isEqualTo(found.get("trades").asDouble());
        assertThat(live.number("SELECT sum(was_correct)" + last))
                .isEqualTo(found.get("wins").asDouble());
        assertThat(found.get("wins").asDouble() / found.get("trades").asDouble())
                .isCloseTo(0.37, within(0.04));
        assertThat(live.number("SELECT avg(was_correct) FROM trade_outcomes WHERE symbol = 'ETH/USDT' AND exit_time < "
                        + LAST_WEEK))
                .isBetween(0.52, 0.58);
    }

    @Test
    void confidence_rises_by_seven_points_and_by_nothing_else() {
        JsonNode found = found("confidence");
        String last = " FROM confidence_history WHERE timestamp >= " + LAST_WEEK;
        assertThat(live.number("SELECT count(*)" + last))
                .isEqualTo(found.get("readings").asDouble());
        assertThat(live.number("SELECT avg(confidence_score)" + last))
                .isCloseTo(found.get("mean").asDouble(), within(1e-6));
        String joined = "SELECT %s(a.confidence_score - b.confidence_score) FROM confidence_history a"
                + " JOIN other.confidence_history b USING (symbol, interval, timestamp) WHERE a.timestamp >= "
                + LAST_WEEK;
        assertThat(both(joined.replace("%s", "min"))).isCloseTo(0.07, within(2e-6));
        assertThat(both(joined.replace("%s", "max"))).isCloseTo(0.07, within(2e-6));
    }

    @Test
    void retrainings_fail_as_the_truth_says() {
        JsonNode found = found("retraining_failures");
        String window = " FROM retraining_history WHERE triggered_at >= '2026-11-13T00:00:00'"
                + " AND triggered_at < '2026-11-16T00:00:00'";
        assertThat(live.number("SELECT count(*)" + window))
                .isEqualTo(found.get("retrainings").asDouble());
        assertThat(live.number("SELECT sum(status = 'success')" + window))
                .isEqualTo(found.get("successes").asDouble());
        assertThat(live.number("SELECT avg(status = 'success')" + window)).isLessThan(0.4);
        assertThat(
                        live.number(
                                "SELECT count(*) FROM retraining_history WHERE (status = 'error') <> (error_message IS NOT NULL)"))
                .isZero();
    }

    @Test
    void modes_change_eight_times_within_the_hour() {
        assertThat(found("mode_burst").get("changes").asInt()).isEqualTo(8);
        assertThat(live.number("SELECT count(*) FROM learning_states WHERE symbol = 'BTC/USDT' AND interval = '1h'"
                        + " AND entered_at >= '2026-11-14T14:00:00' AND entered_at < '2026-11-14T15:00:00'"))
                .isEqualTo(8);
        // every row of a series changes its mode
        assertThat(live.number("SELECT count(*) FROM (SELECT mode = lag(mode) OVER (PARTITION BY symbol, interval"
                        + " ORDER BY entered_at) AS same FROM learning_states) WHERE same"))
                .isZero();
    }

    @Test
    void no_table_has_a_row_in_the_gap() {
        Map<String, String> times = Map.of(
                "learning_states", "entered_at",
                "trade_outcomes", "exit_time",
                "retraining_history", "completed_at",
                "confidence_history", "timestamp",
                "candles", "datetime",
                "signals", "datetime",
                "news_articles", "datetime",
                "sentiment_features", "last_updated",
                "error_log", "timestamp");
        String inside = " BETWEEN '2026-11-12T01:00:00' AND '2026-11-12T09:59:59.999999'";
        times.forEach(
                (table, time) -> assertThat(live.number("SELECT count(*) FROM " + table + " WHERE " + time + inside))
                        .as(table)
                        .isZero());
        // 1794445200 is 2026-11-12T01:00:00Z
        assertThat(live.number("SELECT count(*) FROM portfolio_snapshots WHERE timestamp >= 1794445200"
                        + " AND timestamp < 1794445200 + 9 * 3600"))
                .isZero();
        assertThat(calm.number("SELECT count(*) FROM portfolio_snapshots")).isEqualTo(35 * 96);
    }

    @Test
    void an_empty_plant_file_plants_nothing() throws IOException {
        JsonNode nothing =
                new ObjectMapper().readTree(folder.resolve("calm/truth.json").toFile());
        assertThat(nothing.get("planted")).isEmpty();
        assertThat(calm.number("SELECT avg(was_correct) FROM trade_outcomes WHERE symbol = 'ETH/USDT' AND exit_time >= "
                        + LAST_WEEK))
                .isBetween(0.48, 0.62);
        assertThat(calm.number(
                        "SELECT avg(status = 'success') FROM retraining_history WHERE triggered_at >= " + LAST_WEEK))
                .isGreaterThan(0.78);
        assertThat(calm.number("SELECT count(*) FROM confidence_history")).isEqualTo(35 * 24 * 6);
        String early = "SELECT count(*), total(was_correct), total(pnl_absolute) FROM trade_outcomes WHERE exit_time < "
                + "'2026-11-09T00:00:00'";
        assertThat(calm.rows(early)).isEqualTo(live.rows(early));
    }

    private JsonNode found(String kind) {
        for (JsonNode plant : truth.get("planted")) {
            if (plant.get("kind").asText().equals(kind)) {
                return plant.get("found");
            }
        }
        throw new IllegalStateException("truth.json has no " + kind);
    }

    private double both(String sql) {
        return live.attached(calm, sql);
    }
}
