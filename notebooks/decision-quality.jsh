// ---
// title: "What it decides, and how that ends"
// over: Decision quality
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
var scope = Show.scope(week, check);

// %% [markdown]
// ## Actions

// %% hide="code" alt="Share of each action by day"
Charts.decisions(week)

// %% hide="code"
Show.table(week, "decisions_by_day", "Not available: the source holds no decisions for these days.")

// %%
week.by("action").measure(ACTION_SHARE)

// %% hide="code"
week.measure(List.of(OPEN_SHARE, ACTION_ENTROPY, DECISIONS_PER_HOUR))

// %% [markdown]
// ## Decided, executed, failed

// %% hide="code"
Show.together(
    Show.table(week, "decision_funnel", "Not available: the source holds no decisions for these days."),
    Show.table(week, "decision_failures", "Not available: the source says of no decision that it failed."))

// %% [markdown]
// ## By symbol

// %% hide="code"
Show.table(week, "decisions_by_symbol", "The source holds no decisions for these days.")

// %% [markdown]
// ## Confidence

// %% hide="code" alt="Confidence over time"
Charts.confidence(week)

// %% hide="code"
Show.together(
    week.measure(List.of(CONFIDENCE, CONFIDENCE_SD, CONFIDENCE_MIN, CONFIDENCE_MAX)).and(week.by("action").measure(CONFIDENCE)),
    Show.curves(week))

// %% [markdown]
// ## How it ended

// %% hide="code" alt="Share of trades won against the confidence stated, with 95 % intervals"
Show.together(
    Charts.calibration(week),
    Show.table(week, "outcome_by_confidence", "Not available: no closed trade with a stated confidence."),
    Show.table(week, "outcome_by_leverage", "Not available: no closed trade with a known leverage."))

// %% [markdown]
// ### Trades rebuilt from positions

// %% hide="code"
Show.rebuilt(week)

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
week.quality()
/exit
