package dev.plumbline;

import dev.plumbline.report.Block;

/** What a page says in the place of something that the files do not hold. */
final class Absent {

    private static final String START = "Not available: ";

    private Absent() {}

    /** {@code Not available: this agent’s files hold no closed trades.}, whatever the reason begins with. */
    static String words(String reason) {
        String bare = is(reason) ? reason.substring(START.length()) : reason;
        return START + bare + (bare.endsWith(".") ? "" : ".");
    }

    static boolean is(String reason) {
        return reason.regionMatches(true, 0, START, 0, START.length());
    }

    static boolean is(Block block) {
        return block instanceof Block.Prose prose && prose.markdown().startsWith(START);
    }
}
