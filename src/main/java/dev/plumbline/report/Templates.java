package dev.plumbline.report;

import dev.plumbline.report.templates.JtecodeGenerated;
import dev.plumbline.report.templates.JtedefinitionsGenerated;
import dev.plumbline.report.templates.JtedeviationsGenerated;
import dev.plumbline.report.templates.JtefailureGenerated;
import dev.plumbline.report.templates.JtefigureGenerated;
import dev.plumbline.report.templates.JteheadingGenerated;
import dev.plumbline.report.templates.JtemeasurementsGenerated;
import dev.plumbline.report.templates.JtepageGenerated;
import dev.plumbline.report.templates.JteprintedGenerated;
import dev.plumbline.report.templates.JtereportsGenerated;
import dev.plumbline.report.templates.JtetableGenerated;
import dev.plumbline.report.templates.JteverdictGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Consumer;

/** The compiled templates. They escape every text themselves; {@link SafeHtml} alone goes through as it is. */
final class Templates {

    private Templates() {}

    static SafeHtml page(PageView page) {
        return written(out -> JtepageGenerated.render(out, null, page));
    }

    static SafeHtml verdict(Sentences said) {
        return written(out -> JteverdictGenerated.render(out, null, said));
    }

    static SafeHtml deviations(DeviationTable table) {
        return written(out -> JtedeviationsGenerated.render(out, null, table));
    }

    static SafeHtml figure(FigureView figure) {
        return written(out -> JtefigureGenerated.render(out, null, figure));
    }

    static SafeHtml measurements(MeasurementsView view) {
        return written(out -> JtemeasurementsGenerated.render(out, null, view));
    }

    static SafeHtml table(TableView table) {
        return written(out -> JtetableGenerated.render(out, null, table));
    }

    static SafeHtml failure(String place, String message, String detail) {
        return written(out -> JtefailureGenerated.render(out, null, place, message, detail));
    }

    static SafeHtml code(String title, String source) {
        return written(out -> JtecodeGenerated.render(out, null, title, source));
    }

    static SafeHtml heading(int level, String id, String text) {
        return written(out -> JteheadingGenerated.render(out, null, level, id, text));
    }

    static SafeHtml printed(String text) {
        return written(out -> JteprintedGenerated.render(out, null, text));
    }

    static SafeHtml definitions(Map<String, String> entries) {
        return written(out -> JtedefinitionsGenerated.render(out, null, entries));
    }

    static SafeHtml reports(ReportListView list) {
        return written(out -> JtereportsGenerated.render(out, null, list));
    }

    private static SafeHtml written(Consumer<HtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return new SafeHtml(text.toString());
    }
}
