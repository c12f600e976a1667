package dev.plumbline.baseline;

import dev.plumbline.metric.DayTotal;
import java.util.ArrayList;
import java.util.List;

/** Reads the days of a mean: what the readings of each add up to and how many they are, day after day. */
final class DayNode {

    private DayNode() {}

    /** @throws Unreadable where the days contradict the mean, or the number of readings, that they are the days of */
    static List<DayTotal> read(Node node, double mean, long n) {
        List<Node> numbers = node.elements();
        if (numbers.size() % 2 != 0) {
            throw node.unreadable(
                    "a sum and a number of readings for each day, and not " + numbers.size() + " numbers in all");
        }
        if (numbers.size() > 2 * DayTotal.MOST_DAYS) {
            throw node.unreadable("at most " + DayTotal.MOST_DAYS + " days, and not " + numbers.size() / 2);
        }
        List<DayTotal> days = new ArrayList<>();
        double sum = 0;
        double size = 0;
        long readings = 0;
        for (int i = 0; i < numbers.size(); i += 2) {
            Node count = numbers.get(i + 1);
            if (count.count() == 0) {
                throw count.unreadable("1 or more readings: a day without any is left out");
            }
            DayTotal day = new DayTotal(numbers.get(i).number(), count.count());
            days.add(day);
            sum += day.sum();
            size += Math.abs(day.sum());
            readings += day.n();
        }
        if (readings != n) {
            throw node.unreadable("days of " + n + " readings in all, as \"n\" says, and not of " + readings);
        }
        if (Math.abs(sum / n - mean) > 1e-6 * (1 + size / n)) {
            throw node.unreadable("days whose mean is " + mean + ", as \"mean\" says, and not " + sum / n);
        }
        return days;
    }
}
