package dev.plumbline.model;

/**
 * What closed trades cost.
 *
 * @param fee      of each trade, positive is paid; not a number where the source does not say
 * @param currency of all of them; the several that cannot be added, where there are several
 * @param mixed    whether there are several
 */
public record TradeFees(double[] fee, String currency, boolean mixed, Period period) implements Sample {

    public TradeFees {
        fee = fee.clone();
    }

    @Override
    public int size() {
        return fee.length;
    }
}
