// ---
// title: "{{period}}"
// over: Incident
// scope: "{{scope}}"
// ---

// %% Parameters tags=["parameters"] hide="all"
String system = "";
String agent = "";
String environment = "";
String asOf = "latest";
String zone = "UTC";
String baseline = "previous";
String from = "";
String to = "";
int days = 1;

// %% hide="all"
var lab = Workbench.open().of(system, agent, environment).inZone(zone).asOf(asOf);
var incident = lab.window(from, to, days);
var before = incident.before();
var usual = incident.baseline(baseline);
var check = incident.against(usual);
var period = Dates.title(incident.period(), incident.zone());
var moved = Show.moved(check);
var scope = Show.scope(incident, check);

// %% hide="code"
Show.verdict(check)

// %% [markdown]
// ## Impact

// %% hide="code"
Show.beside(List.of("before", "incident"), List.of(before, incident), List.of(TRADES, WIN_RATE, NET_PNL, EXPECTANCY, LARGEST_LOSS, TOTAL_RETURN, MAX_DRAWDOWN, UPTIME, ERROR_RATE))

// %% hide="code" alt="Account value above, drawdown from its peak below; the incident is shaded"
Charts.equity(incident)

// %% hide="code"
incident.bridge()

// %% [markdown]
// ## What was found, and what to do

// %% hide="code"
Show.together(Show.severity(incident, usual), Audit.findings(incident, check))

// %% [markdown]
// ## Timeline

// %% hide="code" alt="Which rule fired from when to when"
Show.together(
    Charts.alerts(incident),
    Show.table(incident, "component_states", "Not available: no component reported a state."),
    Show.table(incident, "critical_events", "No critical event is recorded."),
    Show.table(incident, "mode_changes", "No change of mode is recorded."),
    Show.table(incident, "errors_by_hour", "No hour has an error or a warning."))

// %% [markdown]
// ## When was it known?

// %% hide="code"
Show.detection(incident)

// %% [markdown]
// ## Evidence

// %% hide="code"
Audit.errors(incident)

// %% hide="code"
Show.together(
    Show.table(incident, "recent_decisions", "Not available: no decision is recorded."),
    Show.positionsThen(incident))

// %% hide="code"
Show.together(
    Show.table(incident, "recent_trades", "No trade was closed."),
    Audit.orders(incident),
    Show.table(incident, "recent_orders", "Not available: no order is recorded."))

// %% [markdown]
// ## Thresholds

// %% hide="code"
Show.thresholds(incident)

// %% [markdown]
// ## {{moved}}

// %% hide="code"
Show.deviations(check)

// %% [markdown]
// ## Can the data be trusted?

// %% hide="code"
incident.quality()
/exit
