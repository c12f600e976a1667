package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Staging;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * NoFx: {@code decision_logs/<agent>/} with a file a cycle, which holds what the model decided and what was executed.
 * Positions that the exchange closed by stop or target leave no record here.
 *
 * @see <a href="https://github.com/NoFxAiOS/nofx">NoFxAiOS/nofx</a>
 */
final class Nofx implements SourceSystem {

    /** Keys that ROMA-01, whose files have the same names, does not write. */
    static final Set<String> KEYS =
            Set.of("system_prompt", "input_prompt", "cot_trace", "decision_json", "candidate_coins", "execution_log");

    private static final JsonShape CYCLE = JsonShape.object("nofx_cycles")
            .requires("timestamp")
            .child("account_state", JsonShape.object("nofx_accounts"))
            .child("decisions", JsonShape.array("nofx_decisions"))
            .child("decision_json", JsonShape.text("nofx_plans").within("confidence", 0, 100))
            .child("positions", JsonShape.array("nofx_positions"));

    @Override
    public String name() {
        return "nofx";
    }

    @Override
    public String reads() {
        return "decision_*.json of NoFx's decision_logs/<agent>";
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return DecisionFiles.named(file.getFileName().toString())
                && DecisionFiles.system(head).orElse(name()).equals(name());
    }

    @Override
    public Optional<String> agent(Path file) {
        return DecisionFiles.agent(file);
    }

    @Override
    public void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        String agent = options.agent().orElse("unnamed");
        TimeReader times = TimeReader.of(options);
        staging.script("sources/nofx/raw");
        JsonLoad.run(files, file -> CYCLE, staging, "nofx_", times, rejections);
        if (times.assumedUtc()) {
            rejections.note("nofx " + agent + ": some times name no zone: UTC assumed; tell the bot's with --zone");
        }
        staging.run("sources/nofx/decisions", agent);
        staging.run("sources/nofx/confidence", agent);
        staging.run("sources/nofx/equity", agent);
        staging.run("sources/nofx/positions", agent);
        staging.run("sources/nofx/events", agent);
        staging.run("sources/nofx/errors", agent);
    }
}
