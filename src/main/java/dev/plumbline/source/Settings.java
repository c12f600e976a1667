package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Staging;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What the operator said about an agent's money and punctuality, kept as its row of {@code runs} of kind settings. */
final class Settings {

    private Settings() {}

    /** Stages the row where there is anything to keep; it is filed under the agent's oldest row. Rows are complete. */
    static void stage(Staging staging, ImportOptions options) {
        if (options.capital().isEmpty()
                && options.stake().isEmpty()
                && options.feeRate().isEmpty()
                && options.maxAge().isEmpty()) {
            return;
        }
        staging.run(
                "sources/settings",
                options.system(),
                options.agent().orElse("unnamed"),
                value(options.capital()),
                value(options.stake()),
                value(options.feeRate()),
                value(options.maxAge()));
        staging.complete(options, Symbols::canonical);
    }

    private static @Nullable Double value(OptionalDouble told) {
        return told.isPresent() ? told.getAsDouble() : null;
    }
}
