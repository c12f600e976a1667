package dev.plumbline.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A journal in Markdown whose figures are written by the program and whose notes are written by hand. Figures stand between
 * two comments, with their own digest: as long as nobody touched them they are refreshed, else they are left as they are and
 * the new ones are written beneath. Everything outside the comments is never touched.
 *
 * @param text    of the whole journal
 * @param outcome what became of the entry
 */
public record TradingJournal(String text, Outcome outcome) {

    /** What became of an entry. */
    public enum Outcome {
        ADDED,
        REFRESHED,
        UNCHANGED,
        /** Somebody changed the figures by hand: theirs stay, ours are beneath. */
        KEPT_BOTH
    }

    /**
     * One day or week of an agent.
     *
     * @param key     what it is about; the same key is the same entry, such as {@code weekly 2026-11-19 roma deepseek-live live}
     * @param heading such as {@code Week 13–19 Nov 2026 · roma deepseek-live}
     * @param figures lines of Markdown
     * @param prompts headings of what is to be written by hand, such as {@code Notes:}; only in a new entry
     */
    public record Entry(String key, String heading, String figures, String prompts) {}

    private static final String TITLE =
            "# Trading journal\n\nFigures between the comments are refreshed by `plumb review`; everything"
                    + " else is yours.\n";

    /** The journal with the entry in it; a new entry comes last. */
    public static TradingJournal with(String existing, Entry entry) {
        String text = existing.isBlank() ? TITLE : existing.endsWith("\n") ? existing : existing + "\n";
        String key = entry.key().replaceAll("[\\p{Cntrl}<>-]+", "-");
        String figures = entry.figures().strip().replace("<!--", "< !--").replace("-->", "-- >");
        String block = block(key, figures);
        Matcher found = pattern(key).matcher(text);
        if (!found.find()) {
            String added = "\n## " + entry.heading().replaceAll("\\R", " ") + "\n" + block + "\n"
                    + entry.prompts().strip() + "\n";
            return new TradingJournal(text + added, Outcome.ADDED);
        }
        Matcher last = pattern(key).matcher(text);
        int start = 0;
        int end = 0;
        String digest = "";
        String written = "";
        while (last.find()) {
            start = last.start();
            end = last.end();
            digest = last.group(1);
            written = last.group(2);
        }
        if (written.strip().equals(figures)) {
            return new TradingJournal(text, Outcome.UNCHANGED);
        }
        boolean untouched = digest(written.strip()).equals(digest);
        String kept = untouched ? "" : text.substring(start, end) + "\n";
        return new TradingJournal(
                text.substring(0, start) + kept + block + text.substring(end),
                untouched ? Outcome.REFRESHED : Outcome.KEPT_BOTH);
    }

    private static String block(String key, String figures) {
        return "<!-- plumb " + key + " " + digest(figures) + " -->\n" + figures + "\n<!-- /plumb -->";
    }

    private static Pattern pattern(String key) {
        return Pattern.compile(
                "<!-- plumb " + Pattern.quote(key) + " ([0-9a-f]{12}) -->\\R(.*?)\\R?<!-- /plumb -->", Pattern.DOTALL);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
