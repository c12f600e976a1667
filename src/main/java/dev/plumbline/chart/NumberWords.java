package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.metric.Unit;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers on axes and in tables, written the same on every machine. */
final class NumberWords {

    private NumberWords() {}

    /** For the ticks of an axis: as many decimals as the step needs. */
    static NumberFormat axis(Format format, double step) {
        boolean percent = format == Format.PERCENT;
        double shown = percent ? step * 100 : step;
        int decimals = (int) Math.max(0, Math.min(8, -Math.floor(Math.log10(shown) + 1e-9)));
        String digits = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        String pattern = percent ? digits + " %" : digits;
        DecimalFormat written = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        written.setNegativePrefix("−");
        return written;
    }

    /** For a table: {@code 4.52 %}, {@code 10,412.50}; a dash where there is no number. */
    static String cell(Format format, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text =
                switch (format) {
                    case PERCENT -> String.format(Locale.ROOT, "%,.2f %%", value * 100);
                    case MONEY -> Unit.MONEY.format(value);
                    case NUMBER -> number(value);
                };
        return text.replace('-', '−');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.4g", value);
    }
}
