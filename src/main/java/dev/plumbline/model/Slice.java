package dev.plumbline.model;

/**
 * A part of a sample: the rows whose {@code dimension} has one {@code value}, such as symbol = ETH/USDT.
 *
 * @param dimension symbol, interval, side, action, mode, strategy, regime, hour, weekday; empty for the whole
 */
public record Slice(String dimension, String value) {

    public static final Slice ALL = new Slice("", "");

    public static Slice of(String dimension, String value) {
        return new Slice(dimension, value);
    }

    public boolean isAll() {
        return dimension.isEmpty();
    }

    /** {@code symbol=ETH/USDT}; empty for the whole. */
    @Override
    public String toString() {
        return isAll() ? "" : dimension + "=" + value;
    }
}
