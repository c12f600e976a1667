package dev.plumbline.metric;

/** A formula gave what is no number; {@link Metric#measure} makes of it a result that is undefined, with its reason. */
final class NotFinite extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    NotFinite(double value) {
        super("a value must be finite, found " + value + ": a result without a number is Undefined, with its reason");
    }
}
