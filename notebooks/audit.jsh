// ---
// title: "{{period}}"
// over: Audit
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
String earlier = "";

// %% hide="all"
var lab = Workbench.open().of(system, agent, environment).inZone(zone).asOf(asOf);
var test = lab.window(from, to, days);
var usual = test.baseline(baseline);
var check = test.against(usual);
var period = Dates.title(test.period(), test.zone());
var scope = Show.scope(test, check);

// %% hide="code"
Show.verdict(check)

// %% [markdown]
// ## Findings

// %% hide="code"
Audit.findings(test, check)

// %% [markdown]
// ## Against an earlier audit, and the baseline

// %% hide="code"
Show.together(Audit.retest(test, check, earlier), Show.deviations(check))

// %% [markdown]
// ## When rules fired

// %% hide="code" alt="Which rule fired from when to when"
Charts.alerts(test)

// %% [markdown]
// ## Is the record complete?

// %% hide="code"
Show.together(Audit.completeness(test), test.quality())

// %% [markdown]
// ## 1. Positions

// %% hide="code"
Show.together(
    Show.openPositions(test),
    Show.table(test, "monitored_flows", "Not available: no counts were monitored."))

// %% [markdown]
// ## 2. Stop losses

// %% hide="code"
Show.table(test, "stop_loss_events", "Not available: no event about a stop loss is recorded.")

// %% [markdown]
// ## 3. Trailing stops

// %% hide="code"
Show.table(test, "trailing_stop_events", "Not available: no event about a trailing stop is recorded.")

// %% [markdown]
// ## 4. Errors

// %% hide="code"
Show.together(Audit.errors(test), HourByHour.of(test))

// %% [markdown]
// ## 5. Performance of the machine and the exchange

// %% hide="code"
Audit.monitored(test)

// %% [markdown]
// ## 6. Positions older than three hours

// %% hide="code"
Show.table(test, "open_long", "None is seen in snapshots of positions, where the source keeps any; what its own monitor counted is in section 5.")

// %% [markdown]
// ## 7. Orphaned orders

// %% hide="code"
Show.table(test, "zombie_order_events", "Not available: no event about an orphaned order is recorded.")

// %% [markdown]
// ## 8. Profit and loss

// %% hide="code"
Show.together(
    test.measure(List.of(TRADES, WINS, LOSSES, BREAKEVEN, WIN_RATE, NET_PNL, EXPECTANCY, LARGEST_WIN, LARGEST_LOSS)),
    Show.by("exchange", test, List.of(TRADES, WIN_RATE, NET_PNL, EXPECTANCY)),
    Show.by("symbol", test, List.of(TRADES, WIN_RATE, NET_PNL, EXPECTANCY)))

// %% [markdown]
// ## 9. Connections

// %% hide="code"
Show.table(test, "connection_events", "Not available: no event about a connection is recorded.")

// %% [markdown]
// ## 10. What may have raced

// %% hide="code"
Show.table(test, "rapid_pairs", "None is known: no two events of one order, position or symbol lie within a second.")

// %% [markdown]
// ## 11. By hour of the day

// %% hide="code"
Show.table(test, "activity_by_hour", "Not available: no trade, order or error is recorded.")

// %% [markdown]
// ## 12. Critical events

// %% hide="code"
Show.table(test, "critical_events", "No critical event is recorded.")

// %% [markdown]
// ## 13. Lives of orders and positions

// %% hide="code"
Show.together(
    Audit.orders(test),
    Show.table(test, "order_outcomes", "Not available: no order is recorded."),
    Show.table(test, "lifecycles", "Not available: no events that belong together are recorded."))

// %% [markdown]
// ## 14. What is in the store

// %% hide="code"
Show.together(
    Show.table(test, "rows_by_table", "The store holds no rows for these days."),
    Show.table(test, "event_kinds", "No event is recorded."))
/exit
