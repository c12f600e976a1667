package dev.plumbline.baseline;

import dev.plumbline.metric.Metric;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics that a file may name. */
record Names(Map<String, Metric<?>> byId) {

    Names {
        byId = Map.copyOf(byId);
    }

    static Names of(Collection<? extends Metric<?>> metrics) {
        Map<String, Metric<?>> byId = new LinkedHashMap<>();
        metrics.forEach(metric -> byId.put(metric.id(), metric));
        return new Names(byId);
    }

    /** @throws Unreadable naming the closest ids */
    Metric<?> metric(Node id) {
        Metric<?> metric = byId.get(id.string());
        if (metric == null) {
            throw id.unreadable("a metric such as " + Nearest.to(id.text(), byId.keySet()));
        }
        return metric;
    }
}
