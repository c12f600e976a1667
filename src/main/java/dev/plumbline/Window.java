package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.model.Period;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import dev.plumbline.store.Rows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One agent's rows in one period: what can be measured, sliced, drawn and held against a baseline. */
public final class Window {

    private final Workbench workbench;
    private final Period period;
    private final Conventions conventions;
    private final SampleRows samples;

    Window(Workbench workbench, Period period) {
        this(workbench, period, Conventions.standard());
    }

    private Window(Workbench workbench, Period period, Conventions conventions) {
        this.workbench = workbench;
        this.period = period;
        this.conventions = conventions;
        this.samples = new SampleRows(workbench.store(), workbench.scope(), period, workbench.zone());
    }

    public Period period() {
        return period;
    }

    public Scope scope() {
        return workbench.scope();
    }

    public ZoneId zone() {
        return workbench.zone();
    }

    public Workbench workbench() {
        return workbench;
    }

    /** The same window under other conventions, such as another risk-free rate. */
    public Window with(Conventions other) {
        return new Window(workbench, period, other);
    }

    /** The window as long as this one that ends where this one begins. */
    public Window before() {
        return workbench.between(Period.of(period.from().minus(period.length()), period.from()));
    }

    /** The window of whole days that ends where this one begins. */
    public Window daysBefore(int days) {
        Instant from = period.from().atZone(zone()).minusDays(days).toInstant();
        return workbench.between(Period.of(from, period.from()));
    }

    /** Everything up to the end of this window. */
    public Window sinceBeginning() {
        Instant first = workbench.agent().first();
        return workbench.between(Period.of(first.isBefore(period.to()) ? first : period.to(), period.to()));
    }

    /** The metric over the whole window. */
    public <S extends Sample> Measurement measure(Metric<S> metric) {
        return measure(metric, Slice.ALL);
    }

    /** The metric over one part of the window. */
    public <S extends Sample> Measurement measure(Metric<S> metric, Slice slice) {
        return metric.measure(samples.sample(metric.sample(), slice), conventions).of(slice);
    }

    /** The metrics in order, over the whole window. */
    public Measurements measure(List<? extends Metric<?>> metrics) {
        return new Measurements(metrics.stream().map(metric -> (Measurement) measure(metric)).toList());
    }

    /** The window by a dimension: symbol, interval, side, strategy, regime, hour, weekday, mode, action … */
    public Slices by(String dimension) {
        return new Slices(this, dimension);
    }

    /** The sample of a kind, to compute something of one's own from. */
    public <S extends Sample> S sample(Class<S> kind) {
        return samples.sample(kind, Slice.ALL);
    }

    /** Rows of a query whose parameters are system, agent, environment, from and to, such as {@code checks/gaps}. */
    public Rows rows(String query) {
        return samples.rows(query);
    }

    List<String> values(Class<? extends Sample> kind, String dimension) {
        return samples.values(kind, dimension);
    }

    @Override
    public String toString() {
        return scope() + ", " + Dates.range(period, zone());
    }
}
