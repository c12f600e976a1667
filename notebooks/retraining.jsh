// ---
// title: "Does retraining help?"
// over: Retraining
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
int days = 28;

// %% hide="all"
var lab = Workbench.open().of(system, agent, environment).inZone(zone).asOf(asOf);
var weeks = lab.window(from, to, days);
var usual = weeks.baseline(baseline);
var check = weeks.against(usual);
var scope = Show.scope(weeks, check);

// %% [markdown]
// ## How often, and how it ends

// %% hide="code" alt="Retraining runs over time, by outcome"
Show.together(
    Charts.retrainings(weeks),
    weeks.measure(List.of(RETRAININGS_PER_DAY, RETRAINING_SUCCESS_RATE, RETRAINING_SUCCESS_RATE_ALL, RETRAINING_DURATION, RETRAINING_DURATION_P95, RETRAINING_CONFIDENCE_AFTER)))

// %% [markdown]
// ## As the guide wants it?

// %% hide="code"
Show.together(Show.routine(weeks, check, usual, "retraining"), Show.confidenceGain(weeks))

// %% [markdown]
// ## Why it retrains

// %% hide="code"
Show.table(weeks, "retraining_by_trigger", "Not available: no retraining is recorded in these days.")

// %% [markdown]
// ## Trades before and after

// %% hide="code"
AfterRetraining.of(weeks)

// %% [markdown]
// ## What validation promised, and what came

// %% hide="code"
Show.table(weeks, "accuracy_realised", "Not available: no successful run states its validation accuracy.")

// %% hide="code" alt="Confidence over time, with the stretches of each mode"
Charts.confidence(weeks)

// %% [markdown]
// ## Smooth, stuck or a sawtooth?

// %% hide="code"
Show.curves(weeks)

// %% [markdown]
// ## By symbol and timeframe

// %% hide="code"
Show.table(weeks, "retraining_by_series", "Not available: no retraining is recorded in these days.")

// %% [markdown]
// ## Modes

// %% hide="code"
Show.together(
    weeks.measure(List.of(MODE_TRANSITIONS, MODE_TRANSITIONS_PEAK)),
    Show.by("mode", weeks, List.of(MODE_SHARE_ROWS, MODE_SHARE_TIME)),
    Show.table(weeks, "mode_changes", "Not available: no change of mode is recorded in these days."))

// %% [markdown]
// ## The newest runs

// %% hide="code"
Show.table(weeks, "retraining_runs", "Not available: no retraining is recorded in these days.")

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
weeks.quality()
/exit
