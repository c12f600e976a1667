package dev.plumbline.source;

import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.util.Locale;

/** Trades and the decisions that opened them, for systems that write no id of one into the other. */
final class DecisionLinks {

    private DecisionLinks() {}

    /** Links what can be linked, once rows are complete; notes how many trades of agents that decide found nothing. */
    static void find(Staging staging, Rejections rejections) {
        if (staging.count("trades") + staging.count("decisions") == 0) {
            return;
        }
        staging.script("sources/link_decisions");
        Rows unlinked = staging.select("trades without a decision", """
                SELECT system, agent, COUNT(*) AS n, COUNT(*) FILTER (decision_id IS NULL) AS without FROM staged.trades
                SEMI JOIN raw.link_opens USING (system, agent)
                GROUP BY system, agent HAVING without > 0 ORDER BY system, agent
                """);
        for (int i = 0; i < unlinked.size(); i++) {
            rejections.note(String.format(
                    Locale.ROOT,
                    "%s %s: %.0f of %.0f trades follow no open decision of their symbol and side within 2 cycles",
                    unlinked.texts("system")[i],
                    unlinked.texts("agent")[i],
                    unlinked.doubles("without")[i],
                    unlinked.doubles("n")[i]));
        }
    }
}
