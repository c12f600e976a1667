package dev.plumbline.model;

import java.util.regex.Pattern;

/**
 * Something of an input that could not be used.
 *
 * @param file     the file, as the user named it
 * @param line     from 1; 0 where the format has no lines (a table, a whole file)
 * @param column   from 1; 0 where not known
 * @param value    what was found, shortened; may be empty
 * @param reason   what is wrong and what was expected, in words
 */
public record Rejected(String file, long line, long column, String value, String reason) {

    private static final int SHOWN = 120;
    /** Line ends, and what would move a terminal's cursor. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    public Rejected {
        value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    public static Rejected file(String file, String reason) {
        return new Rejected(file, 0, 0, "", reason);
    }

    /** {@code logs/a.json:3:17: found "abc": a number was expected}, without the parts that are not known. */
    @Override
    public String toString() {
        String place = file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
        String found = CONTROL.matcher(value).replaceAll(" ");
        return place + ": " + (value.isEmpty() ? "" : "found \"" + found + "\": ") + reason;
    }
}
