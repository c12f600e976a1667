package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.UTC;
import static dev.plumbline.metric.Samples.WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.PnlBasis;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ReliabilityTest {

    @Test
    void bins_hold_equal_counts_in_rising_order_of_what_was_stated() {
        double[] stated = new double[60];
        double[] pnl = new double[60];
        for (int i = 0; i < 60; i++) {
            // 0.40, 0.41 … backwards; of the lowest 20 trades 5 win, of the middle 10, of the highest 20
            int rank = 59 - i;
            stated[i] = 0.4 + rank / 100.0;
            pnl[i] = rank % 20 < new int[] {5, 10, 20}[rank / 20] ? 1 : -1;
        }
        Reliability reliability = Reliability.of(trades(pnl, stated));
        assertThat(reliability.trades()).isEqualTo(60);
        assertThat(reliability.because()).isEmpty();
        assertThat(reliability.bins()).extracting(Reliability.Bin::n).containsExactly(20L, 20L, 20L);
        assertThat(reliability.bins()).extracting(Reliability.Bin::won).containsExactly(0.25, 0.5, 1.0);
        // the mean of 0.40 … 0.59
        assertThat(reliability.bins().get(0).stated()).isCloseTo(0.495, within(1e-12));
        assertThat(reliability.bins().get(1).interval().contains(0.5)).isTrue();
    }

    @Test
    void fewer_than_twenty_stated_confidences_give_no_table() {
        double[] stated = new double[30];
        Arrays.fill(stated, Double.NaN);
        stated[3] = 0.7;
        Reliability one = Reliability.of(trades(new double[30], stated));
        assertThat(one.bins()).isEmpty();
        assertThat(one.because()).isEqualTo("1 trade with a stated confidence, 20 needed.");
        stated[3] = Double.NaN;
        assertThat(Reliability.of(trades(new double[30], stated)).because())
                .isEqualTo("no trade with a stated confidence, 20 needed.");
    }

    private static ClosedTrades trades(double[] pnl, double[] stated) {
        long[] exits = Samples.hours(pnl.length);
        return new ClosedTrades(exits, exits, pnl, stated, PnlBasis.NET, "USDT", WEEK, UTC);
    }
}
