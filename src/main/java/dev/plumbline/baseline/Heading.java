package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import java.util.Comparator;
import java.util.List;

/** The parts of the playbook's baseline document, and which metrics stand under each. */
enum Heading {
    WIN_RATE("Win Rate", "win_rate"),
    CONFIDENCE("Confidence", "confidence confidence_sd confidence_max"),
    RETRAINING("Retraining", "retrainings_per_day retraining_success_rate retraining_duration"),
    MODES("Mode Distribution", "mode_share_rows mode_share_time mode_transitions mode_transitions_peak"),
    PNL("P&L", "daily_pnl daily_pnl_best daily_pnl_worst sharpe"),
    REST("Everything Else", "");

    /** By heading, then by metric in the document's order; parts before the whole, by name. */
    static final Comparator<Measurement> ORDER = Comparator.<Measurement, Heading>comparing(
                    m -> of(m.metric().id()))
            .thenComparingInt(m -> of(m.metric().id()).ids().indexOf(m.metric().id()))
            .thenComparing(m -> m.metric().id())
            .thenComparing(m -> m.slice().isAll())
            .thenComparing(m -> m.slice().dimension())
            .thenComparing(m -> m.slice().value());

    private final String title;
    private final String ids;

    Heading(String title, String ids) {
        this.title = title;
        this.ids = ids;
    }

    String title() {
        return title;
    }

    private List<String> ids() {
        return List.of(ids.split(" "));
    }

    static Heading of(String metricId) {
        for (Heading heading : values()) {
            if (heading.ids().contains(metricId)) {
                return heading;
            }
        }
        return REST;
    }
}
