package dev.plumbline.model;

/** What a metric is computed from: the rows of one scope and one period, shaped. Arrays inside are never written to. */
public sealed interface Sample
        permits ActionCounts,
                ClosedTrades,
                ConfidenceReadings,
                EquityCurve,
                ErrorCounts,
                Executions,
                Heartbeats,
                Latencies,
                ModeHistory,
                NewsScores,
                PairedReturns,
                PricePaths,
                Reconnects,
                RetrainingRuns,
                Returns,
                Starts,
                TradeFees,
                TradeLinks {

    /** How many observations the sample holds, carried ones not counted. */
    int size();
}
