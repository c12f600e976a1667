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
var monitored = Audit.monitored(test);
var period = Dates.title(test.period(), test.zone());
var scope = Show.scope(test, check);

// %% hide="code"
Show.verdict(check)

// %% [markdown]
// ## Findings

// %% hide="code"
Show.together(Show.severity(test, usual), Show.routine(test, check, usual, "audit"), Audit.findings(test, check))

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
Show.together(
    Audit.completeness(test),
    Show.table(test, "series_seen", "Not available: neither candles nor confidence are recorded by symbol."),
    test.quality())

// %% [markdown]
// ## 1. Positions

// %% hide="code"
Show.together(Show.openPositions(test), monitored.about("positions.", "opened", "closed", "prices", "trades_"))

// %% [markdown]
// ## 2. Stop losses

// %% hide="code"
Show.together(monitored.beside("stop_loss_events", "unprotected", "sl_"), Audit.stopDelays(test))

// %% [markdown]
// ## 3. Trailing stops

// %% hide="code"
monitored.beside("trailing_stop_events", "ts_activated")

// %% [markdown]
// ## 4. Errors

// %% hide="code"
Show.together(Audit.errors(test), HourByHour.of(test), monitored.about("error", "emergency"))

// %% [markdown]
// ## 5. Performance of the machine and the exchange

// %% hide="code"
Audit.performance(test)

// %% [markdown]
// ## 6. Positions older than three hours

// %% hide="code"
Show.together(Show.table(test, "open_long", "None is seen in positions or snapshots of them, where the source keeps any."), monitored.about("aged"))

// %% [markdown]
// ## 7. Orphaned orders

// %% hide="code"
monitored.beside("zombie_order_events", "zombie")

// %% [markdown]
// ## 8. Profit and loss

// %% hide="code"
Show.together(test.measure(List.of(TRADES, WINS, LOSSES, BREAKEVEN, WIN_RATE, NET_PNL, EXPECTANCY, LARGEST_WIN, LARGEST_LOSS)),
    Show.by("exchange", test, List.of(TRADES, WIN_RATE, NET_PNL, EXPECTANCY)),
    Show.by("symbol", test, List.of(TRADES, WIN_RATE, NET_PNL, EXPECTANCY)), Audit.statedCloses(test))

// %% [markdown]
// ## 9. Connections

// %% hide="code"
monitored.beside("connection_events", "reconnect", "websocket_l")

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
Audit.lives(test)

// %% [markdown]
// ## 14. What is in the store

// %% hide="code"
Show.together(Show.table(test, "rows_by_table", "The store holds no rows for these days."), Show.table(test, "event_kinds", "No event is recorded."))

// %% [markdown]
// ## What the log says

// %% hide="code"
Show.together(Audit.log(test), Show.table(test, "log_modules", "Not available: no record of a log names its module."))
/exit
