package dev.plumbline.chart;

import java.awt.Color;
import java.util.Locale;
import java.util.Optional;

/**
 * Every colour of a picture, for light and dark pages, told apart also by the colour-blind (blue, orange and purple
 * carry the meaning; red and green only ever repeat a sign). Pictures are drawn in the light colours; a page maps them
 * to its custom properties, so one SVG serves both.
 */
public enum Palette {
    INK("ink", "#1d2129", "#e7e9ec"),
    SOFT("soft", "#5b6470", "#9aa4b0"),
    RULE("rule", "#e4e4df", "#2c323b"),
    CARD("card", "#ffffff", "#1a1e25"),
    MAIN("line", "#1f5fa8", "#6fa8e8"),
    GAIN("gain", "#2f7d57", "#5dba8c"),
    LOSS("loss", "#b4493f", "#e57f76"),
    SECOND("second", "#d08a2e", "#e0a458"),
    THIRD("third", "#6b4fa0", "#a48be0"),
    FOURTH("fourth", "#b79ddb", "#6d5a96"),
    FIFTH("fifth", "#2a8c8c", "#5cc0bf"),
    FAINT("faint", "#c9ced6", "#3b434f"),
    PALE("pale", "#8fa3bd", "#5f7592");

    private final String property;
    private final String light;
    private final String dark;

    Palette(String property, String light, String dark) {
        this.property = property;
        this.light = light;
        this.dark = dark;
    }

    public static Palette of(Chart.Tone tone) {
        return valueOf(tone.name());
    }

    /** The colour that a shade has: a baseline's is {@code MAIN}, the window's {@code LOSS}, any other soft. */
    static Palette of(Optional<Chart.Tone> tone) {
        return tone.map(Palette::of).orElse(SOFT);
    }

    /** {@code --line}. */
    public String property() {
        return "--" + property;
    }

    /** {@code #1f5fa8}, also the fixed colour that pictures are drawn in. */
    public String light() {
        return light;
    }

    public String dark() {
        return dark;
    }

    Color awt() {
        return Color.decode(light);
    }

    Color awt(double alpha) {
        Color c = awt();
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(alpha * 255));
    }

    /** {@code rgb(31,95,168)}, as the SVG writer spells it. */
    String rgb() {
        Color c = awt();
        return String.format(Locale.ROOT, "rgb(%d,%d,%d)", c.getRed(), c.getGreen(), c.getBlue());
    }

    /** Custom properties of all colours: {@code --ink:#1d2129;…}. */
    public static String css(boolean forDark) {
        StringBuilder css = new StringBuilder();
        for (Palette role : values()) {
            css.append(role.property())
                    .append(':')
                    .append(forDark ? role.dark : role.light)
                    .append(';');
        }
        return css.toString();
    }
}
