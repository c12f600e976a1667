package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class RomaSampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Path folder = Path.of(".");

    private Path live = Path.of(".");
    private Path paper = Path.of(".");
    private JsonNode truth = JSON.createObjectNode();
    private final Map<String, JsonNode> cycles = new TreeMap<>();

    @BeforeAll
    void write(@TempDir Path place) throws IOException {
        folder = place;
        Fleet.write(
                folder,
                FleetOptions.until(LocalDate.of(2026, 11, 17)).withDays(20).withSystems(Set.of("roma")));
        live = folder.resolve("roma/logs/decisions/deepseek-live");
        paper = folder.resolve("roma/logs/decisions/qwen-paper");
        truth = JSON.readTree(folder.resolve("truth.json").toFile());
        String torn = happened("restart").get("torn_file").asText();
        try (Stream<Path> files = Files.list(live)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("decision_") && !name.equals(torn)) {
                    JsonNode cycle = JSON.readTree(file.toFile());
                    cycles.put(cycle.get("timestamp").asText(), cycle);
                }
            }
        }
    }

    @Test
    void files_have_the_names_of_the_bot() throws IOException {
        try (Stream<Path> files = Files.list(live)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .allMatch(name -> name.matches("decision_\\d{8}_\\d{6}_cycle\\d+\\.json"
                            + "|trade_history\\.json|equity_history\\.json|cash_flow_state\\.json"));
        }
    }

    @Test
    void a_cycle_has_the_fields_of_the_bot() {
        Set<String> opening = new TreeSet<>();
        for (JsonNode cycle : cycles.values()) {
            assertThat(names(cycle))
                    .isEqualTo("timestamp,cycle_number,chain_of_thought,decisions,account_state,positions");
            assertThat(names(cycle.get("account_state")))
                    .isEqualTo("total_wallet_balance,available_balance,total_unrealized_profit,gross_total_balance,"
                            + "adjusted_total_balance,net_deposits,external_cash_flow");
            for (JsonNode position : cycle.get("positions")) {
                assertThat(names(position))
                        .isEqualTo("symbol,side,position_amt,entry_price,mark_price,unrealized_profit,leverage,"
                                + "liquidation_price");
            }
            for (JsonNode decision : cycle.get("decisions")) {
                assertThat(decision.get("action").asText())
                        .isIn("open_long", "open_short", "close_long", "close_short", "hold", "wait");
                assertThat(decision.get("confidence").asDouble()).isBetween(0.0, 1.0);
                if (decision.get("action").asText().startsWith("open")) {
                    opening.add(names(decision));
                    assertThat(decision.get("leverage").asInt()).isBetween(2, 10);
                }
            }
        }
        assertThat(opening)
                .containsExactly("action,symbol,leverage,position_size_usd,stop_loss,take_profit,confidence,reasoning");
    }

    @Test
    void text_holds_what_free_text_can_hold() throws IOException {
        String all = String.join(
                "",
                cycles.values().stream()
                        .map(cycle -> cycle.get("chain_of_thought").asText())
                        .toList());
        assertThat(all).contains("</script>", "🚀", "\n\t", "\"cut losers", "DROP TABLE");
        try (Stream<Path> files = Files.list(live).limit(200)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).matches("\\p{ASCII}*");
            }
        }
    }

    @Test
    void a_trade_record_counts_leverage_twice_as_the_bot_does() throws IOException {
        JsonNode trades = JSON.readTree(live.resolve("trade_history.json").toFile());
        assertThat(trades.size()).isGreaterThan(300);
        for (JsonNode trade : trades) {
            assertThat(names(trade))
                    .isEqualTo(
                            "symbol,side,entry_price,close_price,quantity,leverage,open_time,close_time,pnl_pct,pnl_usdt");
            double move = trade.get("close_price").asDouble()
                    - trade.get("entry_price").asDouble();
            double gain = trade.get("side").asText().equals("long") ? move : -move;
            double pnl = gain
                    * trade.get("quantity").asDouble()
                    * trade.get("leverage").asInt();
            assertThat(trade.get("pnl_usdt").asDouble()).isCloseTo(pnl, within(1e-7));
            assertThat(trade.get("pnl_pct").asDouble())
                    .isCloseTo(gain / trade.get("entry_price").asDouble() * 100, within(1e-9));
        }
    }

    @Test
    void parts_of_one_position_share_their_opening() throws IOException {
        JsonNode trades = JSON.readTree(live.resolve("trade_history.json").toFile());
        Set<String> positions = new TreeSet<>();
        trades.forEach(trade -> positions.add(
                trade.get("symbol").asText() + trade.get("open_time").asText()));
        assertThat(positions.size()).isBetween(trades.size() * 3 / 4, trades.size() - 10);
    }

    @Test
    void the_wallet_holds_true_profits_and_pays_fees() throws IOException {
        // without a restart and a deposit: capital + uninflated profits - 0.04 % a side + open profits = equity
        JsonNode last = JSON.createObjectNode();
        try (Stream<Path> files = Files.list(paper)) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith("decision_"))
                    .max(Path::compareTo)
                    .orElseThrow();
            last = JSON.readTree(file.toFile());
        }
        double wallet = 10_000;
        for (JsonNode trade : JSON.readTree(paper.resolve("trade_history.json").toFile())) {
            double quantity = trade.get("quantity").asDouble();
            double turnover = quantity
                    * (trade.get("entry_price").asDouble()
                            + trade.get("close_price").asDouble());
            boolean before = trade.get("close_time")
                            .asText()
                            .compareTo(last.get("timestamp").asText())
                    < 0;
            wallet += before
                    ? trade.get("pnl_usdt").asDouble() / trade.get("leverage").asInt() - 0.0004 * turnover
                    : 0;
        }
        for (JsonNode position : last.get("positions")) {
            wallet -= 0.0004
                    * position.get("position_amt").asDouble()
                    * position.get("entry_price").asDouble();
            wallet += position.get("unrealized_profit").asDouble();
        }
        assertThat(last.get("account_state").get("total_wallet_balance").asDouble())
                .isCloseTo(wallet, within(1e-4));
    }

    @Test
    void the_external_cash_flow_is_the_bots_own_mistaken_formula() throws IOException {
        List<JsonNode> equity = new ArrayList<>();
        JSON.readTree(live.resolve("equity_history.json").toFile()).forEach(equity::add);
        JsonNode trades = JSON.readTree(live.resolve("trade_history.json").toFile());
        double deposits = 0;
        int recorded = 0;
        for (int i = 1; i < equity.size(); i++) {
            JsonNode now = equity.get(i);
            JsonNode before = equity.get(i - 1);
            double realised = 0;
            while (recorded < trades.size()
                    && trades.get(recorded)
                                    .get("close_time")
                                    .asText()
                                    .compareTo(now.get("timestamp").asText())
                            < 0) {
                realised += trades.get(recorded++).get("pnl_usdt").asDouble();
            }
            double flow = now.get("gross_equity").asDouble()
                    - before.get("gross_equity").asDouble()
                    - realised
                    - (now.get("unrealized_pnl").asDouble()
                            - before.get("unrealized_pnl").asDouble());
            assertThat(now.get("external_cash_flow").asDouble()).isCloseTo(flow, within(2e-6));
            deposits += now.get("external_cash_flow").asDouble();
            assertThat(now.get("net_deposits").asDouble()).isCloseTo(deposits, within(1e-4));
            assertThat(now.get("equity").asDouble())
                    .isCloseTo(
                            now.get("gross_equity").asDouble()
                                    - now.get("net_deposits").asDouble(),
                            within(1e-6));
        }
        assertThat(names(equity.get(0)))
                .isEqualTo("timestamp,cycle,equity,adjusted_equity,gross_equity,unrealized_pnl,pnl,net_deposits,"
                        + "external_cash_flow");
        assertThat(names(JSON.readTree(live.resolve("cash_flow_state.json").toFile())))
                .isEqualTo("net_deposits,last_equity,last_unrealized,last_external_cash_flow");
    }

    @Test
    void a_restart_tears_a_file_and_loses_closes() {
        JsonNode restart = happened("restart");
        assertThat(restart.get("unrecorded_closes").asInt()).isPositive();
        Path torn = live.resolve(restart.get("torn_file").asText());
        assertThatThrownBy(() -> JSON.readTree(torn.toFile())).isInstanceOf(JsonProcessingException.class);
        assertThat(happened("deposit").get("amount").asDouble()).isEqualTo(1_000);
    }

    @Test
    void opens_double_as_the_truth_says() {
        int[] before = opens("2026-10-28", "2026-11-10");
        int[] after = opens("2026-11-10", "2026-11-17");
        JsonNode found = planted("open_share").get("found");
        assertThat(after[0]).isEqualTo(found.get("opens").asInt());
        assertThat(after[1]).isEqualTo(found.get("decisions").asInt());
        double factor = (after[0] / (double) after[1]) / (before[0] / (double) before[1]);
        assertThat(factor).isBetween(1.7, 2.3);
    }

    @Test
    void no_cycle_ran_in_the_gap_and_every_six_minutes_elsewhere() {
        JsonNode gap = planted("gap");
        assertThat(cycles.keySet())
                .noneMatch(t -> t.compareTo(gap.get("from").asText()) >= 0
                        && t.compareTo(gap.get("to").asText()) < 0);
        assertThat(cycles.size()).isEqualTo(20 * 240 - 90 - 1);
    }

    private int[] opens(String from, String to) {
        int[] count = new int[2];
        cycles.forEach((time, cycle) -> {
            if (time.compareTo(from) >= 0 && time.compareTo(to) < 0) {
                for (JsonNode decision : cycle.get("decisions")) {
                    count[0] += decision.get("action").asText().startsWith("open") ? 1 : 0;
                    count[1]++;
                }
            }
        });
        return count;
    }

    private JsonNode happened(String kind) {
        return first(truth.get("happened"), kind);
    }

    private JsonNode planted(String kind) {
        return first(truth.get("planted"), kind);
    }

    private static JsonNode first(JsonNode list, String kind) {
        for (JsonNode entry : list) {
            if (entry.get("kind").asText().equals(kind)) {
                return entry;
            }
        }
        throw new IllegalStateException("truth.json has no " + kind);
    }

    private static String names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return String.join(",", names);
    }
}
