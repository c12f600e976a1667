package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class StepTest {

    private static final Period DAY =
            Period.of(Instant.parse("2026-11-10T00:00:00Z"), Instant.parse("2026-11-11T00:00:00Z"));

    private static EquityCurve curve(double[] value, double[] flow) {
        long[] micros = new long[value.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = DAY.fromMicros() + i * 60_000_000L;
        }
        return new EquityCurve(micros, value, flow, false, DAY, ZoneOffset.UTC, "USDT", "reported");
    }

    @Test
    void a_recorded_flow_is_a_deposit_or_a_withdrawal() {
        assertThat(Step.of(curve(new double[] {10_000, 12_000, 11_500}, new double[] {0, 2_000, -500})))
                .extracting(Step::words)
                .containsExactly("deposit 2,000", "withdrawal 500");
    }

    @Test
    void a_jump_above_five_per_cent_without_a_flow_is_called_a_jump() {
        assertThat(Step.of(curve(new double[] {10_000, 10_400, 9_300}, new double[3])))
                .extracting(Step::words)
                .containsExactly("jump −1,100");
    }
}
