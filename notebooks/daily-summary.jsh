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
var scope = Show.scope(day, check);
var sofar = day.sinceBeginning();

// %% hide="code"
Show.verdict(check)

// %% [markdown]
// ## Account

// %% hide="code"
Show.account(day)

// %% hide="code" alt="Account value above, drawdown from its peak below; the day is shaded"
Charts.equity(day)

// %% [markdown]
// ## Today and so far
//
// What the day held:

// %% hide="code"
day.measure(List.of(TRADES, NET_PNL, DAILY_RETURN_WORST, WIN_RATE, PROFIT_FACTOR, LARGEST_LOSS, LARGEST_WIN))

// %% [markdown]
// Since the first row of this agent:

// %% hide="code"
sofar.measure(List.of(TRADES, WIN_RATE, PROFIT_FACTOR, EXPECTANCY, SHARPE, MAX_DRAWDOWN, DRAWDOWN_FROM_PEAK))

// %% [markdown]
// ## Open positions

// %% hide="code"
Show.openPositions(day)

// %% [markdown]
// ## Trades of the day

// %% hide="code"
Show.table(day, "recent_trades", "No trade was closed.")

// %% [markdown]
// ## What moved

// %% hide="code"
Show.deviations(check)

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
day.quality()
/exit
