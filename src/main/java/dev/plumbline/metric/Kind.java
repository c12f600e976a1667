package dev.plumbline.metric;

import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.PricePaths;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;

/** Metrics of each kind of sample, with what every formula on that kind asks first. */
final class Kind {

    private Kind() {}

    static Metric<ClosedTrades> trades(
            String id, String title, Unit unit, Metric.Better better, Formula<ClosedTrades> formula) {
        return new Metric<>(id, title, unit, ClosedTrades.class, better, formula);
    }

    static Metric<ClosedTrades> pnl(
            String id, String title, Unit unit, Metric.Better better, Formula<ClosedTrades> formula) {
        return new Metric<>(id, title, unit, ClosedTrades.class, better, OnTrades.of(formula));
    }

    static Metric<ClosedTrades> money(
            String id, String title, Unit unit, Metric.Better better, Formula<ClosedTrades> formula) {
        return new Metric<>(id, title, unit, ClosedTrades.class, better, OnTrades.inMoney(formula));
    }

    static Metric<EquityCurve> equity(
            String id, String title, Unit unit, Metric.Better better, TimeWeighted.OnCurve formula) {
        return new Metric<>(id, title, unit, EquityCurve.class, better, TimeWeighted.on(formula));
    }

    static Metric<Returns> returns(String id, String title, Unit unit, Metric.Better better, Formula<Returns> formula) {
        return new Metric<>(id, title, unit, Returns.class, better, OnReturns.of(formula));
    }

    static Metric<Returns> annual(String id, String title, Unit unit, Metric.Better better, OnReturns.Annual formula) {
        return new Metric<>(id, title, unit, Returns.class, better, OnReturns.annual(formula));
    }

    static Metric<ActionCounts> actions(
            String id, String title, Unit unit, Metric.Better better, Formula<ActionCounts> formula) {
        return new Metric<>(id, title, unit, ActionCounts.class, better, formula);
    }

    static Metric<ConfidenceReadings> confidence(
            String id, String title, Unit unit, Metric.Better better, Formula<ConfidenceReadings> formula) {
        return new Metric<>(id, title, unit, ConfidenceReadings.class, better, formula);
    }

    static Metric<ModeHistory> history(
            String id, String title, Unit unit, Metric.Better better, Formula<ModeHistory> formula) {
        return new Metric<>(id, title, unit, ModeHistory.class, better, formula);
    }

    static Metric<RetrainingRuns> retraining(
            String id, String title, Unit unit, Metric.Better better, Formula<RetrainingRuns> formula) {
        return new Metric<>(id, title, unit, RetrainingRuns.class, better, formula);
    }

    /** From the least number of returns on, where nothing is scaled to a year. */
    static Metric<Returns> some(String id, String title, Unit unit, Metric.Better better, Formula<Returns> formula) {
        return new Metric<>(id, title, unit, Returns.class, better, OnReturns.some(formula));
    }

    static Metric<PairedReturns> pairs(
            String id, String title, Unit unit, Metric.Better better, OnPairs.Annual formula) {
        return new Metric<>(id, title, unit, PairedReturns.class, better, OnPairs.annual(formula));
    }

    static Metric<PricePaths> paths(
            String id, String title, Unit unit, Metric.Better better, Formula<PricePaths> formula) {
        return new Metric<>(id, title, unit, PricePaths.class, better, formula);
    }

    static Metric<Heartbeats> beats(
            String id, String title, Unit unit, Metric.Better better, Formula<Heartbeats> formula) {
        return new Metric<>(id, title, unit, Heartbeats.class, better, formula);
    }
}
