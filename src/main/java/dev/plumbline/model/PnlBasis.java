package dev.plumbline.model;

/** What a trade's P&L is, from the best known to the least. */
public enum PnlBasis {
    /** Money, after fees and funding. */
    NET("net of fees"),
    /** Money, fees not known. */
    GROSS("gross, fees unknown"),
    /** Money computed from a price change and the operator's own stake and fee rate. */
    MODELLED("modelled from the configured stake"),
    /** No money at all: the price change of each trade, as a fraction. */
    PERCENT("per cent of price, no money known");

    private final String words;

    PnlBasis(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isMoney() {
        return this != PERCENT;
    }
}
