package dev.plumbline.baseline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes what later tests need into an entry of a baseline file. */
final class EvidenceText {

    /** Enough for any test, and a third shorter than all digits. */
    private static final MathContext DIGITS = new MathContext(9);

    private EvidenceText() {}

    static void write(ObjectNode entry, Evidence evidence) {
        if (evidence instanceof Evidence.Proportion it) {
            ObjectNode node = entry.putObject("proportion");
            spread(node.put("successes", it.successes()).put("trials", it.trials()), it.spread());
        } else if (evidence instanceof Evidence.Rate it) {
            ObjectNode node = entry.putObject("rate");
            spread(node.put("events", it.events()).put("exposure", it.exposure()), it.spread());
        } else if (evidence instanceof Evidence.Mean it) {
            ObjectNode node = entry.putObject("mean");
            node.put("mean", it.mean()).put("sd", it.sd()).put("n", it.n()).put("effective", it.effective());
            spread(node, it.spread());
            if (!it.days().isEmpty()) {
                ArrayNode days = node.putArray("days");
                it.days().forEach(day -> days.add(short9(day.sum())).add(day.n()));
            }
        } else if (evidence instanceof Evidence.Mix it) {
            ObjectNode node = entry.putObject("mix");
            ObjectNode counts = node.putObject("counts");
            it.counts().forEach(counts::put);
            spread(node, it.spread());
        } else if (evidence instanceof Evidence.Series it) {
            ObjectNode node = entry.putObject("series");
            node.put("statistic", it.statistic().name().toLowerCase(Locale.ROOT))
                    .put("scale", it.scale());
            ArrayNode days = node.putArray("days");
            for (double value : it.values()) {
                days.add(short9(value));
            }
        } else if (evidence instanceof Evidence.Estimate it) {
            entry.putObject("estimate").put("value", it.value()).put("standard_error", it.standardError());
        }
    }

    private static void spread(ObjectNode node, Spread spread) {
        if (spread.degrees() > 0) {
            node.putObject("spread")
                    .put("factor", short9(spread.factor()))
                    .put("memory", short9(spread.memory()))
                    .put("degrees", spread.degrees());
        }
    }

    private static double short9(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
