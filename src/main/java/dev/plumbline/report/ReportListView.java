package dev.plumbline.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the template of the list shows. Texts are plain and are escaped by the template.
 *
 * @param agents the agent with the worst newest verdict first
 * @param newest every judged report, newest first
 * @param older  those that are folded
 * @param other  pages without a period
 */
public record ReportListView(
        List<Agent> agents, List<ListedReport> newest, List<ListedReport> older, List<ListedReport> other) {

    private static final int UNFOLDED = 60;

    /** The reports of one agent. */
    public record Agent(String name, List<Row> rows) {}

    /** One kind of report: the newest, and how it went so far. */
    public record Row(
            ListedReport newest,
            List<ListedReport> past,
            String totalReturn,
            SafeHtml returns,
            String winRate,
            SafeHtml wins) {}

    static ReportListView of(List<ListedReport> reports) {
        List<ListedReport> dated =
                reports.stream().filter(report -> report.day().isPresent()).toList();
        Map<String, List<ReportSeries>> agents = dated.stream()
                .sorted(Comparator.comparing((ListedReport r) -> r.day().orElseThrow())
                        .thenComparing(ListedReport::path))
                .collect(Collectors.groupingBy(ListedReport::series, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ReportSeries::new)
                .collect(Collectors.groupingBy(series -> series.newest().whose(), TreeMap::new, Collectors.toList()));
        List<ListedReport> all = dated.stream()
                .sorted(Comparator.comparing((ListedReport r) -> r.day().orElseThrow(), Comparator.reverseOrder())
                        .thenComparing(ListedReport::rank)
                        .thenComparing(ListedReport::path))
                .toList();
        return new ReportListView(
                agents.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, List<ReportSeries>> it) -> worst(it.getValue()))
                                .thenComparing(Map.Entry::getKey))
                        .map(it -> new Agent(
                                it.getKey(),
                                it.getValue().stream().map(ReportListView::row).toList()))
                        .toList(),
                all.subList(0, Math.min(UNFOLDED, all.size())),
                all.subList(Math.min(UNFOLDED, all.size()), all.size()),
                reports.stream()
                        .filter(report -> report.day().isEmpty())
                        .sorted(Comparator.comparing(ListedReport::path))
                        .toList());
    }

    private static int worst(List<ReportSeries> series) {
        return series.stream().mapToInt(it -> it.newest().rank()).min().orElseThrow();
    }

    private static Row row(ReportSeries series) {
        return new Row(
                series.newest(),
                series.shown(),
                series.value("total_return"),
                series.line("total_return", "return"),
                series.value("win_rate"),
                series.line("win_rate", "win rate"));
    }

    public boolean isEmpty() {
        return newest.isEmpty() && other.isEmpty();
    }
}
