package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs one ROMA agent, a cycle every six minutes, and writes its files as the bot does. */
final class RomaAgent {

    static final List<Coin> COINS = Coin.ALL;
    static final double DEPOSIT = 1_000;
    private static final long STEP = 6 * Market.MINUTE;

    private final Member member;
    private final Period period;
    private final Plants plants;
    private final Dice dice;
    private final RomaAccount account;
    private final RomaMind mind;
    private final Map<Plant, int[]> counts = new LinkedHashMap<>();
    private final PythonJson equity = new PythonJson().beginArray();
    private long paidIn;
    private long restarted;
    private String torn = "";
    private int cycle;

    RomaAgent(Member member, long seed, Market market, Period period, Plants plants) {
        this.member = member;
        this.period = period;
        this.plants = plants;
        this.dice = Dice.of(seed, member.name(), "cycles");
        this.account = new RomaAccount(market);
        this.mind = new RomaMind(
                market,
                COINS,
                Dice.of(seed, member.name(), "mind"),
                new Luck(seed, member.name()),
                member.live() ? 0.565 : 0.535);
        for (Plant plant : plants.list()) {
            counts.put(plant, new int[2]);
        }
    }

    void run(Path folder, Output output) {
        long offset = 7_000_000L + 1_000_000L * dice.below(100);
        for (long slot = period.fromMicros(); slot < period.toMicros(); slot += STEP) {
            long time = slot + offset + dice.below(4_000_000);
            if (time < period.toMicros() && !plants.silent(time)) {
                cycle(folder, output, time);
            }
        }
        PythonJson trades = new PythonJson().beginArray();
        account.trades().forEach(trade -> trade.write(trades));
        output.write(folder.resolve("trade_history.json"), trades.endArray().bytes());
        output.write(folder.resolve("equity_history.json"), equity.endArray().bytes());
        output.write(folder.resolve("cash_flow_state.json"), account.ledger().state());
    }

    private void cycle(Path folder, Output output, long time) {
        cycle++;
        account.settle(time);
        if (member.live() && paidIn == 0 && time >= Happenings.deposit(period)) {
            account.deposit(DEPOSIT);
            paidIn = time;
        }
        String name = "decision_" + Iso.stamp(time) + "_cycle" + cycle + ".json";
        double value = account.equity(time);
        String thought =
                mind.texts().thought(time, cycle, value, account.positions().size());
        List<RomaDecision> decisions = mind.decide(account, time, plants);
        boolean crash = member.live()
                && restarted == 0
                && time >= Happenings.restart(period)
                && !account.positions().isEmpty();
        if (!crash) {
            account.ledger().cycle(value, account.unrealised(time));
        }
        PythonJson json = new PythonJson()
                .beginObject()
                .field("timestamp", Iso.text(time))
                .field("cycle_number", cycle)
                .field("chain_of_thought", thought)
                .key("decisions")
                .beginArray();
        decisions.forEach(decision -> decision.write(json));
        account.write(json.endArray(), time);
        byte[] bytes = json.endObject().bytes();
        if (crash) {
            // the process died while it wrote: half a file, and a bot that comes back without its memory
            output.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
            account.forget();
            restarted = time;
            torn = name;
            return;
        }
        output.write(folder.resolve(name), bytes);
        account.ledger().writeEquity(equity, time, cycle);
        count(decisions, time);
        decisions.forEach(decision -> execute(decision, time));
    }

    private void execute(RomaDecision decision, long time) {
        for (Coin coin : COINS) {
            if (coin.contract().equals(decision.symbol()) && decision.opens()) {
                if (account.takes(decision.plan().margin(), time) && !account.holds(coin)) {
                    account.open(mind.position(decision, coin, time));
                }
            }
        }
        if (decision.action().startsWith("close_")) {
            for (RomaPosition position : List.copyOf(account.positions())) {
                if (position.coin().contract().equals(decision.symbol())) {
                    double part =
                            decision.part() > 0 ? position.coin().lots(position.quantity() / 2) : position.quantity();
                    account.close(position, mind.price(position.coin(), time), part, time + 1_800_000);
                }
            }
        }
    }

    private void count(List<RomaDecision> decisions, long time) {
        counts.forEach((plant, count) -> {
            for (RomaDecision decision : decisions) {
                if (plant.covers(time) && plant.concerns(decision.symbol())) {
                    count[0]++;
                    count[1] += decision.opens() ? 1 : 0;
                }
            }
        });
    }

    /** What is in the files of a planted change: counts that a reader must find again. */
    Map<String, Number> found(Plant plant) {
        int[] count = counts.getOrDefault(plant, new int[2]);
        return plant.kind() == PlantKind.GAP
                ? Map.of("files", 0)
                : new TreeMap<>(Map.of("decisions", count[0], "opens", count[1]));
    }

    /** When the money came, as the first cycle that saw it; 0 for never. */
    long paidIn() {
        return paidIn;
    }

    /** When it was restarted; 0 for never. */
    long restarted() {
        return restarted;
    }

    /** The file that the restart left half written; empty for none. */
    String torn() {
        return torn;
    }

    /** Closes that are in the wallet but not in the trade history. */
    int unrecorded() {
        return account.unrecorded();
    }
}
