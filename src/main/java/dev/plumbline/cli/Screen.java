package dev.plumbline.cli;

import java.util.Optional;

/** What the launcher knows of the terminal: colour only on one, never with NO_COLOR; its width. */
final class Screen {

    private static final int USUAL = 100;

    private Screen() {}

    /** Whether standard output is a terminal that may be coloured. */
    static boolean colour() {
        return Boolean.getBoolean("plumb.terminal.out") && System.getenv("NO_COLOR") == null;
    }

    /** Whether standard error is a terminal, where a line may be written over. */
    static boolean progress() {
        return Boolean.getBoolean("plumb.terminal.err");
    }

    static int width() {
        return Optional.ofNullable(System.getProperty("plumb.columns"))
                .filter(text -> text.matches("[1-9]\\d{1,2}"))
                .map(Integer::valueOf)
                .orElse(USUAL);
    }
}
