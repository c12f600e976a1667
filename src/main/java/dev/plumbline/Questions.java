package dev.plumbline;

import static dev.plumbline.metric.Metrics.ACTION_ENTROPY;
import static dev.plumbline.metric.Metrics.ACTION_SHARE;
import static dev.plumbline.metric.Metrics.AVERAGE_LOSS;
import static dev.plumbline.metric.Metrics.AVERAGE_WIN;
import static dev.plumbline.metric.Metrics.CALMAR;
import static dev.plumbline.metric.Metrics.CONFIDENCE;
import static dev.plumbline.metric.Metrics.CONFIDENCE_MAX;
import static dev.plumbline.metric.Metrics.CONFIDENCE_MIN;
import static dev.plumbline.metric.Metrics.CONFIDENCE_SD;
import static dev.plumbline.metric.Metrics.DAILY_PNL;
import static dev.plumbline.metric.Metrics.DAILY_PNL_BEST;
import static dev.plumbline.metric.Metrics.DAILY_PNL_WORST;
import static dev.plumbline.metric.Metrics.DAILY_RETURN_WORST;
import static dev.plumbline.metric.Metrics.DECISIONS_PER_HOUR;
import static dev.plumbline.metric.Metrics.DRAWDOWN_FROM_PEAK;
import static dev.plumbline.metric.Metrics.EXPECTANCY;
import static dev.plumbline.metric.Metrics.MAX_DRAWDOWN;
import static dev.plumbline.metric.Metrics.MAX_DRAWDOWN_DURATION;
import static dev.plumbline.metric.Metrics.MODE_SHARE_ROWS;
import static dev.plumbline.metric.Metrics.MODE_SHARE_TIME;
import static dev.plumbline.metric.Metrics.MODE_TRANSITIONS;
import static dev.plumbline.metric.Metrics.MODE_TRANSITIONS_PEAK;
import static dev.plumbline.metric.Metrics.NET_PNL;
import static dev.plumbline.metric.Metrics.OPEN_SHARE;
import static dev.plumbline.metric.Metrics.PAYOFF_RATIO;
import static dev.plumbline.metric.Metrics.PROFIT_FACTOR;
import static dev.plumbline.metric.Metrics.RED_DAYS_IN_A_ROW;
import static dev.plumbline.metric.Metrics.RETRAININGS_PER_DAY;
import static dev.plumbline.metric.Metrics.RETRAINING_CONFIDENCE_AFTER;
import static dev.plumbline.metric.Metrics.RETRAINING_DURATION;
import static dev.plumbline.metric.Metrics.RETRAINING_SUCCESS_RATE;
import static dev.plumbline.metric.Metrics.SHARPE;
import static dev.plumbline.metric.Metrics.SORTINO;
import static dev.plumbline.metric.Metrics.TOTAL_RETURN;
import static dev.plumbline.metric.Metrics.TRADES;
import static dev.plumbline.metric.Metrics.VOLATILITY;
import static dev.plumbline.metric.Metrics.WIN_RATE;
import static dev.plumbline.metric.Operations.ERROR_RATE;
import static dev.plumbline.metric.Operations.UPTIME;

import dev.plumbline.baseline.Rules;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/** What a review asks of a window, and what a baseline keeps: metrics of the whole, and of the slices that matter. */
final class Questions {

    /** A metric by a dimension. */
    private record Sliced(Metric<?> metric, String dimension) {}

    private static final List<Metric<?>> WHOLE = List.of(
            TRADES,
            WIN_RATE,
            PROFIT_FACTOR,
            EXPECTANCY,
            PAYOFF_RATIO,
            AVERAGE_WIN,
            AVERAGE_LOSS,
            NET_PNL,
            DAILY_PNL,
            DAILY_PNL_BEST,
            DAILY_PNL_WORST,
            RED_DAYS_IN_A_ROW,
            TOTAL_RETURN,
            VOLATILITY,
            SHARPE,
            SORTINO,
            MAX_DRAWDOWN,
            MAX_DRAWDOWN_DURATION,
            DRAWDOWN_FROM_PEAK,
            DAILY_RETURN_WORST,
            CALMAR,
            OPEN_SHARE,
            ACTION_ENTROPY,
            DECISIONS_PER_HOUR,
            CONFIDENCE,
            CONFIDENCE_SD,
            CONFIDENCE_MIN,
            CONFIDENCE_MAX,
            MODE_TRANSITIONS,
            MODE_TRANSITIONS_PEAK,
            RETRAININGS_PER_DAY,
            RETRAINING_SUCCESS_RATE,
            RETRAINING_DURATION,
            RETRAINING_CONFIDENCE_AFTER,
            UPTIME,
            ERROR_RATE);

    private static final List<Sliced> SLICED = List.of(
            new Sliced(WIN_RATE, "symbol"),
            new Sliced(PROFIT_FACTOR, "symbol"),
            new Sliced(WIN_RATE, "side"),
            new Sliced(ACTION_SHARE, "action"),
            new Sliced(CONFIDENCE, "mode"),
            new Sliced(CONFIDENCE, "symbol"),
            new Sliced(MODE_TRANSITIONS, "symbol"),
            new Sliced(MODE_SHARE_ROWS, "mode"),
            new Sliced(MODE_SHARE_TIME, "mode"));

    private Questions() {}

    static List<Measurement> ask(Window window) {
        window.ahead(ReadAhead.queries(window::knows));
        return ask(new Answers() {
            @Override
            public Measurement whole(Metric<?> metric) {
                return window.measure(metric);
            }

            @Override
            public List<Measurement> by(Metric<?> metric, String dimension) {
                return window.by(dimension).measure(metric).rows();
            }
        });
    }

    /** The same, and what else the rules name: any metric may stand in a rule. */
    static List<Measurement> ask(Window window, Rules rules) {
        List<Measurement> answers = new ArrayList<>(ask(window));
        answers.addAll(ask(window, rules.beyond(answers)));
        return answers;
    }

    /** What the rules name, and nothing else. */
    static List<Measurement> named(Window window, Rules rules) {
        return ask(window, rules.beyond(List.of()));
    }

    static List<Measurement> ask(Window window, List<Rules.Named> asked) {
        List<Measurement> answers = new ArrayList<>();
        for (Rules.Named named : asked) {
            if (named.dimension().isEmpty()) {
                answers.add(window.measure(named.metric()));
            } else {
                answers.addAll(
                        window.by(named.dimension()).measure(named.metric()).rows());
            }
        }
        return answers;
    }

    static List<Measurement> ask(Answers window) {
        List<Measurement> answers = new ArrayList<>();
        WHOLE.forEach(metric -> answers.add(window.whole(metric)));
        SLICED.forEach(sliced -> answers.addAll(window.by(sliced.metric(), sliced.dimension())));
        return answers;
    }

    /** Whoever can measure a stretch of time: a window of the store, or days that were only drawn. */
    interface Answers {

        Measurement whole(Metric<?> metric);

        /** One measurement for each value of the dimension. */
        List<Measurement> by(Metric<?> metric, String dimension);
    }
}
