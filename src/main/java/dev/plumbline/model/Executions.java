package dev.plumbline.model;

/**
 * What became of decisions.
 *
 * @param unknown decisions of which the source does not say whether they were carried out
 */
public record Executions(long executed, long failed, long unknown, Period period) implements Sample {

    @Override
    public int size() {
        return Math.toIntExact(executed + failed + unknown);
    }
}
