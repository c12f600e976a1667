package dev.plumbline.cli;

import java.util.Optional;

/** What is known of the terminal: colour only on one, never with NO_COLOR; its width where it says so. */
final class Screen {

    private static final int USUAL = 100;

    private Screen() {}

    static boolean colour() {
        return System.console() != null && System.getenv("NO_COLOR") == null;
    }

    static int width() {
        return Optional.ofNullable(System.getenv("COLUMNS"))
                .filter(text -> text.matches("\\d{2,3}"))
                .map(Integer::valueOf)
                .orElse(USUAL);
    }
}
