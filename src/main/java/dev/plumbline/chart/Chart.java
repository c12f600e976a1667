package dev.plumbline.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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
public record Chart(String title, String caption, String alt, XAxis x, List<Panel> panels, List<Shade> shades) {

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

    /** The same with more stretches and marks, where they lie beside the data. */
    public Chart withShades(List<Shade> more) {
        double[] ends = DomainAxes.ends(this);
        List<Shade> all = new ArrayList<>(shades);
        more.stream()
                .filter(shade -> shade.to() >= ends[0] && shade.from() <= ends[1])
                .forEach(all::add);
        return new Chart(title, caption, alt, x, panels, all);
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
    public sealed interface Series permits Area, Bars, Line, Points, Rowed, StackedBars {
        String name();

        double[] x();
    }

    /** The tone {@code SOFT} makes it a dashed line of reference, such as a running peak. */
    public record Line(String name, double[] x, double[] y, Tone tone) implements Series {
        public Line {
            x = x.clone();
            y = y.clone();
            sameLength(name, x, y);
        }
    }

    /** Filled to zero; with {@code down} set the axis grows downwards, as a drawdown does. */
    public record Area(String name, double[] x, double[] y, Tone tone, boolean down) implements Series {
        public Area {
            x = x.clone();
            y = y.clone();
            sameLength(name, x, y);
        }
    }

    /** A bar each x, coloured by its sign. {@code past[i]} pales a bar that lies before the window. */
    public record Bars(String name, double[] x, double[] y, boolean[] past) implements Series {
        public Bars {
            x = x.clone();
            y = y.clone();
            past = past.clone();
            sameLength(name, x, y);
            if (past.length != x.length) {
                throw unequal(name, x.length, past.length);
            }
        }
    }

    /** Parts of a whole: {@code y[k][i]} is the part of {@code names[k]}, drawn in {@code tones[k]}, at {@code x[i]}. */
    public record StackedBars(String name, double[] x, List<String> names, double[][] y, List<Tone> tones)
            implements Series {
        public StackedBars {
            x = x.clone();
            names = List.copyOf(names);
            tones = List.copyOf(tones);
            y = y.clone();
            for (int k = 0; k < y.length; k++) {
                y[k] = y[k].clone();
                sameLength(name, x, y[k]);
            }
            if (names.size() != y.length || tones.size() != y.length) {
                throw unequal(name, names.size(), y.length);
            }
        }
    }

    /**
     * Points with an interval each; NaN ends where there is none. A single point has its name written beside it.
     */
    public record Points(String name, double[] x, double[] y, double[] low, double[] high, Tone tone)
            implements Series {
        public Points {
            x = x.clone();
            y = y.clone();
            low = low.clone();
            high = high.clone();
            sameLength(name, x, y);
            sameLength(name, x, low);
            sameLength(name, x, high);
        }

        /** Points without intervals. */
        public static Points of(String name, double[] x, double[] y, Tone tone) {
            double[] none = new double[x.length];
            Arrays.fill(none, Double.NaN);
            return new Points(name, x, y, none, none, tone);
        }
    }

    /** What lies in rows with names, the first on top, instead of along a scale. Alone in its panel. */
    public sealed interface Rowed extends Series permits Cells, Spans {
        List<String> rows();
    }

    /** A cell a value: {@code y[r][i]} in row r at {@code x[i]}; NaN leaves it empty. Zero is the middle of its colours. */
    public record Cells(String name, double[] x, List<String> rows, double[][] y) implements Rowed {
        public Cells {
            x = x.clone();
            rows = List.copyOf(rows);
            y = y.clone();
            for (int r = 0; r < y.length; r++) {
                y[r] = y[r].clone();
                sameLength(name, x, y[r]);
            }
            if (rows.size() != y.length) {
                throw unequal(name, rows.size(), y.length);
            }
        }
    }

    /** Stretches: the i-th from {@code x[i]} to {@code until[i]} in row {@code row[i]}, in its tone. */
    public record Spans(String name, double[] x, double[] until, int[] row, List<String> rows, List<Tone> tones)
            implements Rowed {
        public Spans {
            x = x.clone();
            until = until.clone();
            row = row.clone();
            rows = List.copyOf(rows);
            tones = List.copyOf(tones);
            sameLength(name, x, until);
            if (row.length != x.length || tones.size() != x.length) {
                throw unequal(name, x.length, row.length);
            }
        }
    }

    /** Meaning of a colour; the same thing has the same colour everywhere. */
    public enum Tone {
        MAIN,
        SOFT,
        LOSS,
        GAIN,
        SECOND,
        THIRD,
        FOURTH,
        FIFTH,
        /** Nothing happened: wait. */
        FAINT,
        /** Nothing new: hold. */
        PALE
    }

    /** A dashed horizontal line. */
    public record Level(double y, String label) {}

    /** A shaded stretch of x; one without length is a dashed line, such as a deployment. */
    public record Shade(double from, double to, String label, Optional<Tone> tone) {

        boolean isMark() {
            return from == to;
        }
    }

    private static void sameLength(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw unequal(name, x.length, y.length);
        }
    }

    private static IllegalArgumentException unequal(String name, int x, int y) {
        return new IllegalArgumentException(
                "series \"" + name + "\" has columns of different length: " + x + " and " + y);
    }
}
