package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A year a row, a month a column: what each brought, in days of the report's zone. */
public record MonthTable(List<Year> years) {

    private static final int MONTHS = 12;

    /**
     * One year.
     *
     * @param months January first; empty for a month without a return or a trade
     * @param total  Π(1 + r) - 1 over the year's returns, or the sum of its trades' P&L
     */
    public record Year(int year, List<OptionalDouble> months, double total) {

        public Year {
            months = List.copyOf(months);
        }
    }

    public MonthTable {
        years = List.copyOf(years);
    }

    /** What the trades of each month brought, in the unit of their P&L; {@code total} is their sum. */
    public static MonthTable of(ClosedTrades trades) {
        Map<Integer, double[]> sums = new TreeMap<>();
        Map<Integer, boolean[]> traded = new TreeMap<>();
        long end = Long.MIN_VALUE;
        long start = Long.MAX_VALUE;
        LocalDate day = LocalDate.EPOCH;
        for (int i = 0; i < trades.size(); i++) {
            long exit = trades.exitMicros()[i];
            if (exit < start || exit >= end) {
                day = Period.instant(exit).atZone(trades.zone()).toLocalDate();
                start = Period.micros(day.atStartOfDay(trades.zone()).toInstant());
                end = Period.endOfDay(exit, trades.zone());
            }
            int month = day.getMonthValue() - 1;
            sums.computeIfAbsent(day.getYear(), year -> new double[MONTHS])[month] += trades.pnl()[i];
            traded.computeIfAbsent(day.getYear(), year -> new boolean[MONTHS])[month] = true;
        }
        List<Year> years = new ArrayList<>();
        sums.forEach((year, sum) -> years.add(new Year(
                year,
                IntStream.range(0, MONTHS)
                        .mapToObj(month ->
                                traded.get(year)[month] ? OptionalDouble.of(sum[month]) : OptionalDouble.empty())
                        .toList(),
                Arrays.stream(sum).sum())));
        return new MonthTable(years);
    }

    public static MonthTable of(Returns returns) {
        Map<Integer, List<OptionalDouble>> months = new TreeMap<>();
        for (CalendarReturns.Row row :
                CalendarReturns.of(returns, CalendarReturns.Part.MONTH).rows()) {
            months.computeIfAbsent(
                            row.start().getYear(),
                            year -> new ArrayList<>(Collections.nCopies(MONTHS, OptionalDouble.empty())))
                    .set(row.start().getMonthValue() - 1, OptionalDouble.of(row.value()));
        }
        return new MonthTable(CalendarReturns.of(returns, CalendarReturns.Part.YEAR).rows().stream()
                .map(row ->
                        new Year(row.start().getYear(), months.get(row.start().getYear()), row.value()))
                .toList());
    }
}
