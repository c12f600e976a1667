package dev.plumbline.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A span of time, in microseconds; the end is not part of it. */
public record Span(long from, long to) {

    public Span {
        if (to < from) {
            throw new IllegalArgumentException("a span from " + from + " to " + to);
        }
    }

    public long micros() {
        return to - from;
    }

    /** In order, those that touch made one. */
    static List<Span> joined(List<Span> spans) {
        List<Span> all = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
            Span last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last != null && span.from <= last.to) {
                all.set(all.size() - 1, new Span(last.from, Math.max(last.to, span.to)));
            } else if (span.from < span.to) {
                all.add(span);
            }
        }
        return all;
    }
}
