// ---
// title: "{{period}}"
// over: Monthly optimisation
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
int days = 30;
double winRateFloor = 0.52;

// %% hide="all"
var lab = Workbench.open().of(system, agent, environment).inZone(zone).asOf(asOf);
var month = lab.window(from, to, days);
var usual = month.baseline(baseline);
var check = month.against(usual);
var period = Dates.title(month.period(), month.zone());
var moved = Show.moved(check);
var scope = Show.scope(month, check);

// %% hide="code"
Show.verdict(check)

// %% [markdown]
// ## The month

// %% hide="code" alt="Account value above, drawdown from its peak below; the month is shaded"
Show.together(
    Charts.equity(month, usual),
    month.measure(List.of(TRADES, WIN_RATE, PROFIT_FACTOR, EXPECTANCY, NET_PNL, TOTAL_RETURN, SHARPE, MAX_DRAWDOWN)))

// %% hide="code" alt="A cell a day: where the good and the bad days lie"
Charts.calendar(month)

// %% [markdown]
// ### Against the targets

// %% hide="code"
Show.together(Show.routine(month, check, usual, "monthly"), Show.targets(month))

// %% [markdown]
// ## Which symbols to keep

// %% hide="code"
Tuning.slices(month, "symbol")

// %% [markdown]
// ## Which timeframes to weigh

// %% hide="code"
Tuning.slices(month, "interval")

// %% [markdown]
// ## Raise the confidence threshold?

// %% hide="code"
Tuning.threshold(month)

// %% hide="code" alt="Share of trades won against the confidence stated, with 95 % intervals"
Show.together(Charts.calibration(month), Show.calibration(month))

// %% [markdown]
// ## Too cautious, or too quick to switch?

// %% hide="code"
Show.together(
    Tuning.hysteresis(month),
    Show.table(month, "decision_funnel", "Not available: the source holds no decisions for these days."),
    Show.table(month, "signals_taken", "Not available: no trade of this agent names the decision that opened it."),
    Show.table(month, "feature_drift", "Not available: the source states no drift of its features."))

// %% [markdown]
// ## Retrain fully?

// %% hide="code"
Tuning.fullRetraining(month, winRateFloor)

// %% hide="code"
AfterRetraining.of(month)

// %% [markdown]
// ## Regimes, sizes and leverage

// %% hide="code"
Show.together(
    BeforeAfter.mix(month, "regime"),
    Show.by("regime", month, List.of(TRADES, WIN_RATE, PROFIT_FACTOR, EXPECTANCY)),
    Tuning.slices(month, "leverage"),
    Show.table(month, "outcome_by_size", "Not available: no closed trade with a known quantity."))

// %% hide="code" alt="Profit and loss by weekday and hour of closing"
Charts.weekHours(month)

// %% [markdown]
// ## {{moved}}

// %% hide="code"
Show.together(Show.refresh(month, check), Show.deviations(check))

// %% [markdown]
// ## Before and after each change

// %% hide="code"
Show.together(BeforeAfter.changes(month), Show.table(month, "recorded_changes", "No change is recorded in these days."))

// %% [markdown]
// ## Beside paper trading and backtests

// %% hide="code"
BeforeAfter.environments(month)

// %% [markdown]
// ## When is a limit reached?

// %% hide="code"
Capacity.of(month)

// %% [markdown]
// ## What grows

// %% hide="code"
Show.together(
    Show.table(month, "rows_by_week", "The store holds no rows for these days."),
    Show.table(month, "old_logs", "No log ends more than 90 days before this month does."))

// %% [markdown]
// ## When rules fired

// %% hide="code" alt="Which rule fired from when to when"
Show.together(Charts.alerts(month), Show.thresholds(month))

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
month.quality()
/exit
