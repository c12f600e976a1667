package dev.plumbline.report;

import dev.plumbline.chart.Chart;
import dev.plumbline.chart.PlainText;
import dev.plumbline.chart.PlotlyJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page as one HTML file that works offline, from disk, and without scripts. Equal pages give equal text, but for the
 * run block ({@code <dl id="run">}).
 */
public final class PageHtml {

    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
    private static final long PAGE_POINTS = 30_000;

    private PageHtml() {}

    /**
     * How a page is written.
     *
     * @param scripts whether charts become interactive: 2.7 MB more; without, the page suits e-mail
     */
    public record Options(boolean scripts) {

        public static Options interactive() {
            return new Options(true);
        }

        public static Options plain() {
            return new Options(false);
        }
    }

    public static String write(Page page, Options options) {
        List<Chart> charts = page.blocks().stream()
                .filter(Block.Figure.class::isInstance)
                .map(block -> ((Block.Figure) block).chart())
                .toList();
        PageBody body = new PageBody(options.scripts() ? tracePoints(charts) : 0);
        page.blocks().forEach(body::add);
        boolean interactive = options.scripts() && !charts.isEmpty();
        if (!page.made().isEmpty() || !page.run().isEmpty()) {
            body.link("how-this-was-made", "How this was made");
        }
        String title = PlainText.line(page.title(), 200);
        PageView view = new PageView(
                options.scripts() ? POLICY + "; script-src 'unsafe-inline'" : POLICY,
                documentTitle(page, title),
                PlainText.line(page.over(), 200),
                title,
                PlainText.line(page.scope(), 400),
                PageAssets.style(),
                body.lead(),
                body.contents(),
                body.html(),
                plain(page.made()),
                plain(page.run()),
                body.hasCode(),
                options.scripts(),
                PageAssets.palette(),
                interactive ? PageAssets.plotly() : SafeHtml.NONE,
                options.scripts() ? PageAssets.script() : SafeHtml.NONE);
        return Templates.page(view).markup();
    }

    /** A page of markup that this project made, in the same dress: without scripts, contents or a block on the run. */
    static String write(String over, String title, String scope, SafeHtml moreStyle, SafeHtml body) {
        PageView view = new PageView(
                POLICY,
                title,
                over,
                title,
                PlainText.line(scope, 400),
                new SafeHtml(PageAssets.style().markup() + moreStyle.markup()),
                SafeHtml.NONE,
                List.of(),
                body,
                Map.of(),
                Map.of(),
                false,
                false,
                SafeHtml.NONE,
                SafeHtml.NONE,
                SafeHtml.NONE);
        return Templates.page(view).markup();
    }

    /** {@code Weekly review, 10–16 November 2026 · playbook · agent btc-eth-live}: what a browser's tab and a bookmark show. */
    private static String documentTitle(Page page, String title) {
        String over = PlainText.line(page.over(), 100);
        String what = over.isEmpty() || over.equals(title) ? title : over + ", " + title;
        List<String> whose = List.of(PlainText.line(page.scope(), 400).split(" · ", -1));
        return page.scope().isEmpty()
                ? what
                : what + " · " + String.join(" · ", whose.subList(0, Math.min(2, whose.size())));
    }

    /** Fewer points a trace on a page of many charts, so that it stays below 4 MB. */
    private static int tracePoints(List<Chart> charts) {
        long all = charts.stream().mapToLong(PlotlyJson::points).sum();
        return all <= PAGE_POINTS ? PlotlyJson.POINTS : (int) Math.max(500, PlotlyJson.POINTS * PAGE_POINTS / all);
    }

    static Map<String, String> plain(Map<String, String> entries) {
        Map<String, String> plain = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
            if (!value.isEmpty()) {
                plain.put(
                        PlainText.line(name, 100), PlainText.lines(value, 4_000).replace(" %", "\u00a0%"));
            }
        });
        return plain;
    }
}
