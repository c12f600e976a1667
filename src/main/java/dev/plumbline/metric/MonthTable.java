package dev.plumbline.metric;

import dev.plumbline.model.Returns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A year a row, a month a column: what each brought, in days of the report's zone. */
public record MonthTable(List<Year> years) {

    private static final int MONTHS = 12;

    /**
     * One year.
     *
     * @param months January first; empty for a month without a return
     * @param total  Π(1 + r) - 1 over the year's returns
     */
    public record Year(int year, List<OptionalDouble> months, double total) {

        public Year {
            months = List.copyOf(months);
        }
    }

    public MonthTable {
        years = List.copyOf(years);
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
