package dev.plumbline.baseline;

/** The values that are in order; an open end is infinite. In the metric's unit. */
public record Band(double low, double high) {

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
