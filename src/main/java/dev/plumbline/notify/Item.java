package dev.plumbline.notify;

import java.time.Instant;

/** An alarm that is to be told now, and why now. */
record Item(Alarm alarm, Reason reason, Instant since) {

    enum Reason {
        NEW("new"),
        WORSE("worse: was yellow"),
        EASED("better: was red"),
        STILL("still");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
