// ---
// title: "{{period}}"
// over: Weekly review
// scope: "{{scope}}"
// ---

// %% Parameters tags=["parameters"] hide="all"
String system = "";
String agent = "";
String environment = "";
String asOf = "latest";
String zone = "UTC";
String baseline = "usual";
String from = "";
String to = "";
int days = 7;

// %% hide="all"
var lab = Workbench.open().of(system, agent, environment).inZone(zone).asOf(asOf);
var week = lab.window(from, to, days);
var usual = week.baseline(baseline);
var check = week.against(usual);
var period = Dates.title(week.period(), week.zone());
var moved = Show.moved(check);
var scope = Show.scope(week, check);

// %% hide="code"
Show.verdict(check)

// %% [markdown]
// ## {{moved}}

// %% hide="code"
Show.deviations(check)

// %% [markdown]
// ## Equity and drawdown

// %% hide="code" alt="Account value above, drawdown from its peak below; the window is shaded"
Show.together(
    Charts.equity(week, usual),
    week.measure(List.of(TOTAL_RETURN, VOLATILITY, SHARPE, SORTINO, MAX_DRAWDOWN, MAX_DRAWDOWN_DURATION, DRAWDOWN_FROM_PEAK, CALMAR)),
    week.bridge())

// %% [markdown]
// ## Daily profit and loss

// %% hide="code" alt="Profit and loss by day; losses hang below the line"
Show.together(
    Charts.dailyPnl(week),
    week.measure(List.of(NET_PNL, DAILY_PNL, DAILY_PNL_BEST, DAILY_PNL_WORST, WIN_RATE, PROFIT_FACTOR, EXPECTANCY, PAYOFF_RATIO)),
    Show.by("symbol", week, List.of(TRADES, WIN_RATE, PROFIT_FACTOR, EXPECTANCY, NET_PNL)))

// %% [markdown]
// ### By symbol and timeframe

// %% hide="code"
Show.table(week, "performance_by_series", "Not available: no closed trade with a known timeframe.")

// %% [markdown]
// ### Against the targets, and the lines of the guide

// %% hide="code"
Show.together(Show.targets(week), Show.routine(week, check, usual, "weekly"))

// %% [markdown]
// ## What it decided

// %% hide="code" alt="Share of each action by day"
Charts.decisions(week)

// %% [markdown]
// ## Does it know when it is right?

// %% hide="code" alt="Share of trades won against the confidence stated, with 95 % intervals"
Charts.calibration(week)

// %% hide="code"
Show.calibration(week)

// %% hide="code" alt="Confidence over time, with the stretches of each mode"
Charts.confidence(week)

// %% [markdown]
// ### Each model

// %% hide="code"
Show.table(week, "weekly_model_review", "Not available: no confidence is recorded in this window.")

// %% [markdown]
// ## Learning

// %% hide="code" alt="Retraining runs over time, by outcome"
Show.together(
    Charts.retrainings(week),
    week.measure(List.of(RETRAININGS_PER_DAY, RETRAINING_SUCCESS_RATE, RETRAINING_DURATION)))

// %% [markdown]
// ## Modes

// %% hide="code"
Show.together(
    Show.table(week, "modes_now", "Not available: no mode is recorded up to the end of this window."),
    week.measure(List.of(MODE_TRANSITIONS, MODE_TRANSITIONS_PEAK, MODE_DWELL)),
    Show.by("mode", week, List.of(MODE_SHARE_ROWS, MODE_SHARE_TIME)))

// %% [markdown]
// ## News

// %% hide="code"
week.measure(List.of(News.NEWS_PER_DAY, News.NEWS_ZERO_SHARE, News.NEWS_POSITIVE_SHARE, News.NEWS_OUTSIDE_SHARE, News.NEWS_SOURCES, News.NEWS_DIVERSITY))

// %% [markdown]
// ## What was monitored

// %% hide="code"
Show.together(Show.trends(week), Show.table(week, "component_states", "Not available: no component reported a state."))

// %% [markdown]
// ## How it ran

// %% hide="code"
Show.together(
    Show.beside(List.of("before", "now"), List.of(week.before(), week), List.of(UPTIME, ERROR_RATE, CYCLE_GAP_P95, DATA_GAPS, RESTARTS, RECONNECTS)),
    Show.orders(week))

// %% [markdown]
// ## When rules fired, and their thresholds

// %% hide="code" alt="Which rule fired from when to when"
Show.together(Charts.alerts(week), Show.thresholds(week))

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
Show.together(
    week.quality(),
    Show.table(week, "series_seen", "Not available: neither candles nor confidence are recorded by symbol."))

// %% [markdown]
// ### The bot’s own figures beside ours

// %% hide="code"
Show.ownFigures(week)
/exit
