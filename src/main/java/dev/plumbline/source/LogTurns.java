package dev.plumbline.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which of the equal lines of one instant a line is, so that it is the same line wherever its file is moved to. */
final class LogTurns {

    /** A line, compared by its bytes. */
    private record Line(byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Line line && Arrays.equals(bytes, line.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    private final Map<Line, Long> seen = new HashMap<>();
    private byte[] first = new byte[0];
    private long instant;
    private boolean alone;

    /** From 0. Lines of one instant are expected to stand together, as a log has them. */
    long next(long time, byte[] line, int length) {
        if (instant != time || (!alone && seen.isEmpty())) {
            // most instants have one line: it is kept as it is until a second one comes
            seen.clear();
            instant = time;
            alone = true;
            first = Arrays.copyOf(line, length);
            return 0;
        }
        if (alone) {
            seen.put(new Line(first), 1L);
            alone = false;
        }
        return seen.merge(new Line(Arrays.copyOf(line, length)), 1L, Long::sum) - 1;
    }

    void clear() {
        seen.clear();
        alone = false;
    }
}
