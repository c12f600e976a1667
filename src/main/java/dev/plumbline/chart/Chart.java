package dev.plumbline.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A picture as data: panels one above the other that share an x axis. One record, two forms: {@code Svg} and
 * {@code PlotlyJson} draw the same thing.
 *
 * @param title   what question the picture answers; may be empty where a heading says it
 * @param caption what one sees, in a sentence; reductions are said here
 * @param alt     the picture in words, for who cannot see it
 * @param x       what runs along the x axis
 * @param panels  at least one, top first
 * @param shades  stretches of x with a background and a label, such as the baseline week
 */
public record Chart(
        String title, String caption, String alt, XAxis x, List<Panel> panels, List<Shade> shades) {

    public Chart {
        panels = List.copyOf(panels);
        shades = List.copyOf(shades);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a chart without a panel: \"" + title + "\"");
        }
    }

    public Chart withAlt(String words) {
        return new Chart(title, caption, words, x, panels, shades);
    }

    /** What x counts. */
    public sealed interface XAxis permits Categories, Numbers, Times {}

    /** x is microseconds since 1970, shown in the days of {@code zone}. */
    public record Times(ZoneId zone) implements XAxis {}

    /** x is 0, 1, 2 …, each with a label. */
    public record Categories(List<String> labels) implements XAxis {
        public Categories {
            labels = List.copyOf(labels);
        }
    }

    /** x is a number. */
    public record Numbers(String label, Format format) implements XAxis {}

    /** How the values of an axis are written. */
    public enum Format {
        NUMBER,
        /** A fraction shown in per cent. */
        PERCENT,
        MONEY
    }

    /**
     * One plot area.
     *
     * @param label  what y is, with its unit, such as {@code USDT}
     * @param weight height relative to the other panels
     */
    public record Panel(String label, Format format, double weight, List<Series> series, List<Level> levels) {
        public Panel {
            series = List.copyOf(series);
            levels = List.copyOf(levels);
        }
    }

    /** What is drawn into a panel. x ascends; a missing y is NaN and leaves a gap. */
    public sealed interface Series permits Area, Bars, Line, Points, StackedBars {
        String name();

        double[] x();
    }

    public record Line(String name, double[] x, double[] y, Tone tone) implements Series {}

    /** Filled to zero; with {@code down} set the axis grows downwards, as a drawdown does. */
    public record Area(String name, double[] x, double[] y, Tone tone, boolean down) implements Series {}

    /** A bar each x, coloured by its sign. {@code past[i]} pales a bar that lies before the window. */
    public record Bars(String name, double[] x, double[] y, boolean[] past) implements Series {}

    /** Shares of a whole: {@code y[k][i]} is the share of {@code names[k]} at {@code x[i]}. */
    public record StackedBars(String name, double[] x, List<String> names, double[][] y) implements Series {}

    /** Points with an interval each; NaN ends where there is none. */
    public record Points(String name, double[] x, double[] y, double[] low, double[] high, Tone tone)
            implements Series {}

    /** Meaning of a colour; the same thing has the same colour everywhere. */
    public enum Tone {
        MAIN,
        SOFT,
        LOSS,
        GAIN,
        SECOND,
        THIRD
    }

    /** A dashed horizontal line. */
    public record Level(double y, String label) {}

    /** A shaded stretch of x. */
    public record Shade(double from, double to, String label, Optional<Tone> tone) {}
}
