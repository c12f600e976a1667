package dev.plumbline.report;

import dev.plumbline.chart.Chart;
import dev.plumbline.chart.PlainText;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a page written one after the other, with the contents list that they make. */
final class PageBody {

    private static final int LONGEST_TEXT = 20_000;

    private final int tracePoints;
    private final Anchors anchors = new Anchors();
    private final List<PageView.Link> contents = new ArrayList<>();
    private final StringBuilder lead = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private int figures;
    private boolean hasCode;
    private boolean besideFigure;

    /**
     * An empty page.
     *
     * @param tracePoints most points of an interactive trace; 0 for a page without scripts
     */
    PageBody(int tracePoints) {
        this.tracePoints = tracePoints;
        anchors.next("content");
        anchors.next("how this was made");
        anchors.next("run");
        anchors.next("fold");
        anchors.next("plotly");
        anchors.next("palette");
    }

    void add(Block block) {
        boolean beside = besideFigure && (block instanceof Block.Prose || block instanceof Block.Code);
        if (besideFigure && !beside) {
            body.append("</div></div>\n");
            besideFigure = false;
        }
        boolean leads = body.length() == 0 && (block instanceof Block.VerdictBox || block instanceof Block.Failure);
        (leads ? lead : body).append(html(block).markup()).append('\n');
    }

    void link(String id, String text) {
        contents.add(new PageView.Link(id, text));
    }

    SafeHtml lead() {
        return new SafeHtml(lead.toString());
    }

    SafeHtml html() {
        return new SafeHtml(body + (besideFigure ? "</div></div>" : ""));
    }

    List<PageView.Link> contents() {
        return List.copyOf(contents);
    }

    boolean hasCode() {
        return hasCode;
    }

    private SafeHtml html(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading(heading);
        }
        if (block instanceof Block.Prose prose) {
            String text = PlainText.lines(prose.markdown(), 200_000);
            return Markdown.html(text.indexOf('`') < 0 ? text.replace(" %", "\u00a0%") : text);
        }
        if (block instanceof Block.Code code) {
            hasCode = true;
            return Templates.code(PlainText.line(code.title(), 120), PlainText.lines(code.source(), LONGEST_TEXT));
        }
        if (block instanceof Block.Printed printed) {
            return Templates.printed(PlainText.lines(printed.text(), LONGEST_TEXT));
        }
        if (block instanceof Block.Failure failure) {
            return Templates.failure(
                    PlainText.line(failure.place(), 400),
                    PlainText.line(failure.message(), 2_000),
                    PlainText.lines(failure.detail(), LONGEST_TEXT));
        }
        if (block instanceof Block.Figure figure) {
            return figure(figure.chart());
        }
        if (block instanceof Block.VerdictBox box) {
            return Templates.verdict(Sentences.of(box.check()));
        }
        if (block instanceof Block.Deviations deviations) {
            return Templates.deviations(DeviationTable.of(deviations.check()));
        }
        if (block instanceof Block.Measurements measured) {
            return Templates.measurements(MeasurementsView.of(measured.rows()));
        }
        if (block instanceof Block.DataTable table) {
            return Templates.table(TableView.of(table));
        }
        if (block instanceof Block.Definitions definitions) {
            return Templates.definitions(PageHtml.plain(definitions.entries()));
        }
        return new SafeHtml(((Block.Html) block).trusted());
    }

    private SafeHtml heading(Block.Heading heading) {
        int level = Math.max(2, Math.min(6, heading.level()));
        String text = PlainText.line(heading.text(), 200);
        String id = anchors.next(text);
        if (level == 2) {
            link(id, text);
        }
        return Templates.heading(level, id, text);
    }

    /** A square picture has the prose that follows beside it. */
    private SafeHtml figure(Chart chart) {
        FigureView view = FigureView.of(chart, anchors.next("picture " + ++figures), tracePoints);
        if (chart.x() instanceof Chart.Numbers) {
            besideFigure = true;
            return new SafeHtml("<div class=\"two\">" + Templates.figure(view).markup() + "<div class=\"beside\">");
        }
        return Templates.figure(view);
    }
}
