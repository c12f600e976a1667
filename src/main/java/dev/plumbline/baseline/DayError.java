package dev.plumbline.baseline;

import dev.plumbline.metric.DayTotal;
import java.util.List;

/**
 * How far the mean of some days is from that of the others, by the error that the days themselves show. Sums are taken
 * about the mean of all, which changes no difference and spares digits.
 */
final class DayError {

    /** Least share of the variance of all days that an arrangement is divided by, where its days are all alike. */
    private static final double FLOOR = 1e-12;

    private final double[] sum;
    private final double[] number;
    private final int picked;
    private final Total all;
    private final double least;

    /** @param picked how many days are picked each time, fewer than there are */
    DayError(List<DayTotal> days, int picked) {
        double sums = days.stream().mapToDouble(DayTotal::sum).sum();
        double numbers = days.stream().mapToDouble(DayTotal::n).sum();
        this.number = days.stream().mapToDouble(DayTotal::n).toArray();
        this.sum = days.stream()
                .mapToDouble(day -> day.sum() - day.n() * sums / numbers)
                .toArray();
        this.picked = picked;
        Total total = new Total();
        for (int day = 0; day < sum.length; day++) {
            total.add(sum[day], number[day]);
        }
        this.all = total;
        this.least = FLOOR * total.squares / (numbers * numbers);
    }

    int days() {
        return sum.length;
    }

    /** The others less the picked, over the error of that; 0 where there is neither. */
    double score(int[] days) {
        Total own = new Total();
        for (int day : days) {
            own.add(sum[day], number[day]);
        }
        Total others = all.less(own);
        double change = others.mean() - own.mean();
        double variance = Math.max(least, own.variance(picked) + others.variance(sum.length - picked));
        return change == 0 ? 0 : change / Math.sqrt(variance);
    }

    /** Sums over days: of what they add up to, how many readings, and the squares and products of both. */
    private static final class Total {

        private double sums;
        private double numbers;
        private double squares;
        private double products;
        private double numberSquares;

        void add(double sum, double number) {
            sums += sum;
            numbers += number;
            squares += sum * sum;
            products += sum * number;
            numberSquares += number * number;
        }

        Total less(Total other) {
            Total rest = new Total();
            rest.sums = sums - other.sums;
            rest.numbers = numbers - other.numbers;
            rest.squares = squares - other.squares;
            rest.products = products - other.products;
            rest.numberSquares = numberSquares - other.numberSquares;
            return rest;
        }

        double mean() {
            return sums / numbers;
        }

        double variance(int days) {
            double mean = mean();
            double about = squares - 2 * mean * products + mean * mean * numberSquares;
            return Math.max(0, about) / (numbers * numbers) * days / (days - 1);
        }
    }
}
