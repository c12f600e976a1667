// ---
// title: "First look"
// over: First look
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
var all = lab.window(from, to, days);
var check = all.against(Optional.empty());
var scope = Show.scope(all, check);

// %% [markdown]
// ## What is there

// %% hide="code"
Show.agents(lab)

// %% hide="code"
Show.table(all, "rows_by_table", "Nothing in these days.")

// %% [markdown]
// ## Equity and drawdown

// %% hide="code" alt="Account value above, drawdown from its peak below"
Charts.equity(all)

// %% [markdown]
// ## Every metric

// %%
all.measureAll()

// %% [markdown]
// ## Daily profit and loss

// %% hide="code" alt="Profit and loss by day; losses hang below the line"
Charts.dailyPnl(all)

// %% [markdown]
// ## What was monitored

// %% hide="code"
Show.trends(all)

// %% [markdown]
// ## What it decided

// %% hide="code" alt="Share of each action by day"
Charts.decisions(all)

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
all.quality()
/exit
