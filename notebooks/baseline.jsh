// ---
// title: "Baseline"
// over: Baseline
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
var first = lab.agent().first().atZone(lab.zone()).toLocalDate().plusDays(1);
var week = lab.days(first.toString(), first.plusDays(days - 1).toString());
var launch = week.ifMeasured("launch");
var now = lab.last(7, DAYS);
var check = now.against(launch);
var scope = Show.scope(now, check);

// %% [markdown]
// ## The first {{days}} full days
//
// To keep them: `plumb baseline establish --name launch`.

// %% hide="code"
launch.map(Baseline::toText).orElse("Not available: nothing was measured in these days.")

// %% [markdown]
// ## The last seven days against them

// %% hide="code"
Show.verdict(check)

// %% hide="code"
Show.deviations(check)
/exit
