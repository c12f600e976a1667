package dev.plumbline;

import dev.plumbline.source.Columns;
import dev.plumbline.source.SeriesColumns;
import java.util.stream.IntStream;

/**
 * What was put in between the account values that a file's figures use: also what stands in a row that is not used
 * itself, because it has no value or another follows at the same instant. Left out, a deposit would be a gain.
 */
final class FileFlows {

    private FileFlows() {}

    /** @param used rows in order of time, one an instant */
    static double[] of(Columns columns, double[] value, long[] times, int[] used) {
        double[] written = columns.numbers("flow");
        double[] flow = new double[used.length];
        int[] all = used.length == 0 ? used : TimeOrder.sorted(times, candidates(columns, times, used[0]));
        int next = 0;
        for (int i = 0; i < used.length; i++) {
            for (; next < all.length && times[all[next]] <= times[used[i]]; next++) {
                boolean copy = next > 0 && same(times, value, written, all[next], all[next - 1]);
                flow[i] += copy || Double.isNaN(written[all[next]]) ? 0 : written[all[next]];
            }
        }
        return flow;
    }

    /** A row that is there twice tells one deposit. */
    private static boolean same(long[] times, double[] value, double[] written, int a, int b) {
        return times[a] == times[b]
                && Double.compare(value[a], value[b]) == 0
                && Double.compare(written[a], written[b]) == 0;
    }

    /** Rows with a time, of the same group. */
    private static int[] candidates(Columns columns, long[] times, int one) {
        IntStream timed = IntStream.range(0, columns.size()).filter(row -> times[row] != Columns.NO_TIME);
        if (!columns.has(SeriesColumns.GROUP)) {
            return timed.toArray();
        }
        int[] codes = columns.codes(SeriesColumns.GROUP);
        return timed.filter(row -> codes[row] == codes[one]).toArray();
    }
}
