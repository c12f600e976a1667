// ---
// title: "Every agent side by side"
// over: Fleet
// ---

// %% Parameters tags=["parameters"] hide="all"
String system = "";
String environment = "";
String asOf = "latest";
String zone = "UTC";
int days = 7;

// %% hide="all"
var lab = Workbench.open().inZone(zone).asOf(asOf);
var fleet = Fleet.windows(lab, days, system, environment);

// %% [markdown]
// ## How they stand

// %% hide="code"
Fleet.table(fleet)

// %% [markdown]
// ## How their accounts grew

// %% hide="code" alt="Growth of each account since its days began"
Charts.growth(fleet)

// %% [markdown]
// ## What is in the store

// %% hide="code"
Show.agents(lab)
/exit
