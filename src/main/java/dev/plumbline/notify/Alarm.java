package dev.plumbline.notify;

import dev.plumbline.model.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One thing that a check found, in the words that people are told it with.
 *
 * @param key     the same in every run that finds the same thing
 * @param gap     whether it says that data is missing, which planned downtime explains
 * @param title   {@code win rate, ETH/USDT}
 * @param figures {@code 36.4 % now, 54.6 % before, change −18.3pt [−27.4, −8.3], n = 121}
 * @param why     one sentence
 * @param action  what the rule's author asks to do; empty when nothing
 */
public record Alarm(
        String key, Level level, Scope scope, boolean gap, String title, String figures, String why, String action) {

    /** Short enough to type from a telephone: what {@code plumb acknowledge} takes. */
    String id() {
        return id(key);
    }

    static String id(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
