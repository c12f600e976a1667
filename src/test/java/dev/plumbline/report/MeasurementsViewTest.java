package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasurementsViewTest {

    private static Measurement value(String title, String... notes) {
        Result.Value result = Result.of(1.5, 9);
        for (String note : notes) {
            result = result.noting(note);
        }
        return new Measurement(DemoCheck.metric(title, title, Unit.RATIO), Slice.ALL, result);
    }

    private static Measurement undefined(String title, String because) {
        return new Measurement(
                DemoCheck.metric(title, title, Unit.RATIO),
                Slice.ALL,
                Result.undefined(1, Result.Reason.TOO_FEW, because));
    }

    @Test
    void what_is_true_of_every_row_is_said_once() {
        MeasurementsView view = MeasurementsView.of(
                List.of(value("a", "gross, fees unknown", "√365"), value("b", "gross, fees unknown")));
        assertThat(view.shared()).isEqualTo("Gross, fees unknown.");
        assertThat(view.rows()).extracting(MeasurementRow::words).containsExactly("√365", "");
    }

    @Test
    void undefined_figures_come_last_together_by_their_reason() {
        MeasurementsView view = MeasurementsView.of(List.of(
                undefined("Sharpe", "1 return, 5 needed"), value("a"), undefined("Sortino", "1 return, 5 needed")));
        assertThat(view.rows()).extracting(MeasurementRow::title).containsExactly("A");
        assertThat(view.absent())
                .containsExactly(new MeasurementsView.Absence("Sharpe; Sortino", "undefined, 1 return, 5 needed"));
    }
}
