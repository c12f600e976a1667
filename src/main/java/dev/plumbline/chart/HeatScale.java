package dev.plumbline.chart;

import java.util.Arrays;

/**
 * How deep the colour of a cell is. Blue and orange, which the colour-blind tell apart, and the number beside them.
 *
 * @param most the distance from zero from which on a cell is deepest, above 0: nineteen in twenty are nearer, so that a
 *             single extreme or a row of totals does not pale the others
 */
record HeatScale(double most) {

    /** Text must stay readable on the deepest cell, and an almost empty one visible. */
    private static final double DEEPEST = 0.7;

    private static final double PALEST = 0.08;

    static HeatScale of(Chart.Cells cells) {
        double[] sizes = Arrays.stream(cells.y())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .sorted()
                .toArray();
        double most = sizes.length == 0 ? 0 : sizes[(int) Math.ceil(0.95 * (sizes.length - 1))];
        return new HeatScale(
                most > 0 ? most : sizes.length > 0 && sizes[sizes.length - 1] > 0 ? sizes[sizes.length - 1] : 1);
    }

    static Palette colour(double value) {
        return value < 0 ? Palette.SECOND : Palette.MAIN;
    }

    /** From 0 to 1: opacity of the colour. */
    double depth(double value) {
        return value == 0 ? PALEST : PALEST + (DEEPEST - PALEST) * Math.min(1, Math.abs(value) / most);
    }
}
