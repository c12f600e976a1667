package dev.plumbline.source;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of the equal lines of one instant a line is, so that it is the same line wherever its file is moved to. */
final class LogTurns {

    private final Map<String, Long> seen = new HashMap<>();
    private @Nullable LocalDateTime instant;

    /** From 0. Lines of one instant are expected to stand together, as a log has them. */
    long next(LocalDateTime time, String text) {
        if (!time.equals(instant)) {
            seen.clear();
            instant = time;
        }
        return seen.merge(text, 1L, Long::sum) - 1;
    }

    void clear() {
        seen.clear();
        instant = null;
    }
}
