package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, BTC/USDT",
        "BTC/USDT, BTC/USDT",
        "BTC-USDT, BTC/USDT",
        "btc_usdt, BTC/USDT",
        "btcusdt, BTC/USDT",
        "1000PEPEUSDT, 1000PEPE/USDT",
        "ETHBTC, ETH/BTC",
        "SOLFDUSD, SOL/FDUSD",
        "XXBTZEUR, BTC/EUR",
        "XETHZUSD, ETH/USD",
        "XETHXXBT, ETH/BTC",
        "XBT/USD, BTC/USD",
        "XDGUSD, DOGE/USD",
        "XRPUSDT, XRP/USDT",
        "BTC/USDT:USDT, BTC/USDT:USDT",
        "BTC-USDT-SWAP, BTC/USDT:USDT",
        "BTC-USD-PERP, BTC/USD:USD",
        "' ETHUSDT ', ETH/USDT",
    })
    void spellings_of_a_market_have_one_canonical_name(String written, String canonical) {
        assertThat(Symbols.canonical(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"foo bar, FOO BAR", "USDT, USDT", "a/b/c, A/B/C", "'', ''"})
    void what_is_not_understood_stays_as_written_in_upper_case(String written, String canonical) {
        assertThat(Symbols.canonical(written)).isEqualTo(canonical);
    }
}
