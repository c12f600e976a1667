package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * ROMA-01: {@code logs/decisions/<agent>/} with a file a cycle and histories of trades and equity that are rewritten
 * whole. Its times are local times of the bot's machine.
 *
 * @see <a href="https://github.com/lukema95/roma-01">lukema95/roma-01</a>
 */
final class Roma implements SourceSystem {

    private static final Set<String> TRADE_KEYS =
            Set.of("open_time", "close_time", "close_price", "pnl_usdt", "realized_pnl", "position_side");
    private static final Set<String> EQUITY_KEYS = Set.of("equity", "gross_equity", "adjusted_equity");

    private static final Set<String> CASH_KEYS = Set.of("net_deposits");

    private static final String FILLS = "this file holds exchange fills: closed positions with open_time and close_time"
            + " were expected, as logs/decisions/<agent>/trade_history.json has them";

    private static final JsonShape DECISIONS = JsonShape.object("roma_cycles")
            .requires("timestamp")
            .child("account_state", JsonShape.object("roma_accounts"))
            .child("decisions", JsonShape.array("roma_decisions").within("confidence", 0, 1))
            .child("positions", JsonShape.array("roma_positions"));
    private static final JsonShape TRADES = JsonShape.array("roma_trades")
            .requires("close_time", "open_time")
            .refusing("realized_pnl", FILLS)
            .refusing("position_side", FILLS);
    private static final JsonShape EQUITY = JsonShape.array("roma_equity").requires("timestamp");
    private static final JsonShape CASH = JsonShape.object("roma_cash");

    @Override
    public String name() {
        return "roma";
    }

    @Override
    public String reads() {
        return "decision_*.json, trade_history.json, equity_history.json, cash_flow_state.json of ROMA-01's"
                + " logs/decisions/<agent>";
    }

    @Override
    public boolean recognises(FileHead file) {
        if (DecisionFiles.named(file.name())) {
            return DecisionFiles.system(file.bytes()).orElse(name()).equals(name());
        }
        return switch (file.name()) {
            case "trade_history.json" -> shows(file.json(), TRADE_KEYS);
            case "equity_history.json" -> shows(file.json(), EQUITY_KEYS);
            case "cash_flow_state.json" -> shows(file.json(), CASH_KEYS);
            default -> false;
        };
    }

    /** Whether the first object has one of the keys; an empty list or a broken file is taken by its name. */
    private static boolean shows(JsonHead json, Set<String> keys) {
        return json.keys().isEmpty() || json.hasAny(keys);
    }

    @Override
    public Optional<String> agent(Path file) {
        return DecisionFiles.agent(file);
    }

    @Override
    public void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        String agent = options.agent().orElse("unnamed");
        TimeReader times = TimeReader.of(options);
        staging.script("sources/roma/raw");
        JsonLoad.run(files, Roma::shape, staging, "roma_", times, rejections);
        if (times.assumedUtc()) {
            rejections.note("roma " + agent + ": its times name no zone: UTC assumed; tell the bot's with --zone");
        }
        staging.run("sources/roma/decisions", agent);
        staging.run("sources/roma/confidence", agent);
        staging.run("sources/roma/events", agent);
        staging.run("sources/roma/positions", agent);
        staging.run("sources/roma/trades", agent);
        staging.run("sources/roma/fills", agent);
        staging.run("sources/roma/equity", agent, agent);
        staging.run("sources/roma/flows", agent);
        staging.run("sources/roma/cash_flows", agent);
        Rows cash = staging.select(
                "the state of cash flows", "SELECT net_deposits FROM raw.roma_cash WHERE net_deposits IS NOT NULL");
        for (double deposits : cash.doubles("net_deposits")) {
            rejections.note(String.format(
                    Locale.ROOT,
                    "roma %s: the bot counts net deposits of %.2f USDT (cash_flow_state.json); fees and leverage leak into"
                            + " that figure, so it is not used",
                    agent,
                    deposits));
        }
    }

    private static JsonShape shape(SourceFile file) {
        return switch (file.path().getFileName().toString()) {
            case "trade_history.json" -> TRADES;
            case "equity_history.json" -> EQUITY;
            case "cash_flow_state.json" -> CASH;
            default -> DECISIONS;
        };
    }
}
