package dev.plumbline.baseline;

import java.util.SplittableRandom;

/** Puts days into another order: each for itself, or in blocks cut at a random place of the circle that they make. */
final class Deal {

    private final int[] order;
    private final int block;

    Deal(int days, int block) {
        this.order = new int[days];
        this.block = block;
    }

    void next(SplittableRandom random, double[] days, double[] dealt, int width) {
        int n = order.length;
        int blocks = (n + block - 1) / block;
        int[] starts = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            int other = random.nextInt(i + 1);
            starts[i] = starts[other];
            starts[other] = i * block;
        }
        int turn = block == 1 ? 0 : random.nextInt(n);
        int place = 0;
        for (int start : starts) {
            for (int k = start; k < Math.min(n, start + block); k++) {
                order[place++] = (k + turn) % n;
            }
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(days, order[i] * width, dealt, i * width, width);
        }
    }
}
