package dev.plumbline;

/** The calls that matter, for who sits in the shell. */
public final class Help {

    private static final String CALLS = """
            lab.agents()                            who is in the store
            lab = lab.of("playbook", "btc-eth-live")      turn to one agent
            var week = lab.last(7, DAYS)            the last 7 whole days; also HOURS, WEEKS, MONTHS
            lab.days("2026-11-10", "2026-11-16")    other days, both included
            week.measure(SHARPE)                    one metric: value, interval, n, or the reason why not
            week.measureAll()                       every metric
            week.by("symbol").measure(WIN_RATE)     by symbol, interval, side, action, mode, hour, weekday
            week.against(week.usualBaseline())      held against the baseline and the rules
            week.quality()                          can the data be trusted?
            Charts.equity(week)                     a picture; in a notebook it is drawn
            week.table("recent_trades")             a query of queries/explore as a Tablesaw table
            help("against"), help("sharpe")         what a call does, what a metric is""";

    private Help() {}

    /**
     * Prints the ten calls that matter. help("against") says what a call does, help("sharpe") what a metric is.
     */
    public static void help() {
        System.out.println(CALLS);
    }

    /**
     * Prints what a call does, as help("against"), or what a metric is, as help("sharpe"): its formula, unit, sign and when
     * there is none. Without a word it lists the calls that matter.
     */
    public static void help(String word) {
        System.out.println(Manual.ofInstallation().about(word));
    }

    /** The line that the shell greets with. */
    public static String hint(Workbench lab) {
        return lab + "   help() shows the calls that matter, /exit leaves";
    }
}
