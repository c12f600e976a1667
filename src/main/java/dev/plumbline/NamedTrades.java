package dev.plumbline;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The trades of a window that have a value of a dimension, in the order of their exits, with that value.
 *
 * @param names as long as the trades
 */
record NamedTrades(ClosedTrades trades, String[] names) {

    static NamedTrades of(Window window, String dimension) {
        List<String> names = new ArrayList<>();
        List<ClosedTrades> parts = new ArrayList<>();
        for (String value : window.values(ClosedTrades.class, dimension)) {
            ClosedTrades part = window.sample(ClosedTrades.class, Slice.of(dimension, value));
            parts.add(part);
            names.addAll(Collections.nCopies(part.size(), value));
        }
        long[] exits = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.exitMicros()))
                .toArray();
        long[] entries = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.entryMicros()))
                .toArray();
        double[] pnl = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.pnl()))
                .toArray();
        double[] confidence = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.confidence()))
                .toArray();
        int[] order = IntStream.range(0, exits.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> exits[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        ClosedTrades whole = window.sample(ClosedTrades.class);
        return new NamedTrades(
                new ClosedTrades(
                        IntStream.of(order).mapToLong(i -> exits[i]).toArray(),
                        IntStream.of(order).mapToLong(i -> entries[i]).toArray(),
                        IntStream.of(order).mapToDouble(i -> pnl[i]).toArray(),
                        IntStream.of(order).mapToDouble(i -> confidence[i]).toArray(),
                        whole.basis(),
                        whole.currency(),
                        whole.period(),
                        whole.zone()),
                IntStream.of(order).mapToObj(names::get).toArray(String[]::new));
    }
}
