package dev.plumbline.model;

/**
 * How far the price went while each trade was open.
 *
 * @param bought  whether the trade was long
 * @param entry   entry price
 * @param lowest  lowest price while it was open; not a number where the source does not say
 * @param highest highest price while it was open; not a number where the source does not say
 */
public record PricePaths(boolean[] bought, double[] entry, double[] lowest, double[] highest, Period period)
        implements Sample {

    public PricePaths {
        bought = bought.clone();
        entry = entry.clone();
        lowest = lowest.clone();
        highest = highest.clone();
        if (bought.length != entry.length || lowest.length != entry.length || highest.length != entry.length) {
            throw new IllegalArgumentException("price columns of different length: " + bought.length + " sides, "
                    + entry.length + " entries, " + lowest.length + " lows, " + highest.length + " highs");
        }
    }

    @Override
    public int size() {
        return entry.length;
    }
}
