// ---
// title: "{{period}}"
// over: Daily summary
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
int days = 1;

// %% hide="all"
var lab = Workbench.open().of(system, agent, environment).inZone(zone).asOf(asOf);
var day = lab.window(from, to, days);
var usual = day.baseline(baseline);
var check = day.against(usual);
var period = Dates.title(day.period(), day.zone());
var moved = Show.moved(check);
var scope = Show.scope(day, check);
var sofar = day.sinceBeginning();

// %% hide="code"
Show.verdict(check)

// %% [markdown]
// ## At a glance

// %% hide="code"
Show.glance(day, sofar, List.of(NET_PNL, TRADES, WIN_RATE, PROFIT_FACTOR, EXPECTANCY, TOTAL_RETURN, SHARPE, MAX_DRAWDOWN, DRAWDOWN_FROM_PEAK))

// %% hide="code"
Show.together(Show.routine(day, check, usual, "daily"), Show.targets(day))

// %% [markdown]
// ## Account

// %% hide="code" alt="Account value above, drawdown from its peak below; the day is shaded"
Show.together(Show.account(day), Charts.equity(day))

// %% [markdown]
// ## Open positions

// %% hide="code"
Show.openPositions(day)

// %% [markdown]
// ## Trades and orders of the day

// %% hide="code"
Show.together(
    Show.table(day, "recent_trades", "No trade was closed."),
    Show.orders(day))

// %% [markdown]
// ## Errors of the day

// %% hide="code"
Audit.errors(day)

// %% [markdown]
// ## Alerts and health

// %% hide="code" alt="Which rule fired from when to when"
Show.together(Charts.alerts(day), Show.table(day, "critical_events", "No critical event is recorded."),
    Show.table(day, "component_states", "Not available: no component reported a state."))

// %% [markdown]
// ## {{moved}}

// %% hide="code"
Show.deviations(check)

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
Show.together(
    day.quality(),
    Show.table(day, "series_seen", "Not available: neither candles nor confidence are recorded by symbol."))
/exit
