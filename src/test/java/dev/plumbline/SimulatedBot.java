package dev.plumbline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Draws day after day of a bot; the same seed draws the same days. */
final class SimulatedBot {

    /** A day's P&L deviates by about one per cent of the capital, however many trades it is made of. */
    private static final double RISK_A_DAY = 100;

    private static final double FLIPS_AN_HOUR = 6.0 / 168;
    private static final double CONFIDENCE_MEMORY = 0.9;
    private static final double CONFIDENCE_SD = 0.08;

    private final Random random;
    private final boolean[] trading = new boolean[2];
    private final double[] sureness = new double[2];
    private double equity = 10_000;
    private double mood;

    /** @param seed mixed first: a generator of this kind draws much alike from seeds that are a fixed step apart */
    SimulatedBot(long seed) {
        random = new Random(new SplittableRandom(seed).nextLong());
        trading[0] = random.nextBoolean();
        trading[1] = random.nextBoolean();
    }

    List<SimulatedDay> days(int number, Nature nature) {
        List<SimulatedDay> days = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            days.add(day(nature));
        }
        return days;
    }

    private SimulatedDay day(Nature nature) {
        double fresh = Math.sqrt(1 - nature.dayMemory() * nature.dayMemory());
        mood = nature.dayMemory() * mood + fresh * random.nextGaussian();
        int n = poisson(nature.tradesPerWeek() / 7);
        double[] pnl = new double[n];
        int[] symbol = new int[n];
        boolean[] isLong = new boolean[n];
        double p = Math.min(1, Math.max(0, nature.winRate() + nature.dayEffect() * mood));
        double size = RISK_A_DAY / Math.sqrt(nature.tradesPerWeek() / 7) / 1.2;
        for (int i = 0; i < n; i++) {
            symbol[i] = random.nextInt(2);
            isLong[i] = random.nextBoolean();
            pnl[i] = size * magnitude(nature) * (random.nextDouble() < p ? nature.winSize() : -1);
        }
        long[] exits = random.longs(n, 0, SimulatedDay.MICROS).sorted().toArray();
        double[] hours = new double[SimulatedDay.HOURS];
        int next = 0;
        for (int hour = 0; hour < hours.length; hour++) {
            for (; next < n && exits[next] < (hour + 1) * (SimulatedDay.MICROS / SimulatedDay.HOURS); next++) {
                equity = Math.max(100, equity + pnl[next]);
            }
            hours[hour] = equity;
        }
        int runs = poisson(2 * 3.2);
        boolean[] worked = new boolean[runs];
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            worked[i] = random.nextDouble() < nature.retrainingWorks();
            seconds[i] = 250 * Math.exp(0.25 * random.nextGaussian());
        }
        return new SimulatedDay(
                exits,
                pnl,
                symbol,
                isLong,
                hours,
                confidence(nature),
                modes(),
                random.longs(runs, 0, SimulatedDay.MICROS).sorted().toArray(),
                worked,
                seconds,
                poisson(SimulatedDay.CYCLES * 0.004));
    }

    /** Mean 1. */
    private double magnitude(Nature nature) {
        return nature.fatTails()
                ? Math.pow(1 - random.nextDouble(), -1.0 / 3) / 1.5
                : Math.exp(0.5 * random.nextGaussian() - 0.125);
    }

    private double[][] confidence(Nature nature) {
        double[][] all = new double[2][SimulatedDay.READINGS];
        double fresh = Math.sqrt(1 - CONFIDENCE_MEMORY * CONFIDENCE_MEMORY);
        for (int series = 0; series < 2; series++) {
            for (int i = 0; i < SimulatedDay.READINGS; i++) {
                sureness[series] = CONFIDENCE_MEMORY * sureness[series] + fresh * random.nextGaussian();
                all[series][i] = Math.min(1, Math.max(0, nature.confidence() + CONFIDENCE_SD * sureness[series]));
            }
        }
        return all;
    }

    private boolean[][] modes() {
        boolean[][] all = new boolean[2][SimulatedDay.HOURS];
        for (int series = 0; series < 2; series++) {
            for (int hour = 0; hour < SimulatedDay.HOURS; hour++) {
                trading[series] ^= random.nextDouble() < FLIPS_AN_HOUR;
                all[series][hour] = trading[series];
            }
        }
        return all;
    }

    private int poisson(double mean) {
        if (mean > 30) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = Math.exp(-mean);
        int k = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            k++;
        }
        return k;
    }
}
