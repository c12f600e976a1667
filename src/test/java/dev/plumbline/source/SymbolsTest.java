package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
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
        "BTCUSDT-PERP, BTC/USDT:USDT",
        "币安人生/USDT, 币安人生/USDT",
        "$WIF/USDT, $WIF/USDT",
        "' ETHUSDT ', ETH/USDT",
    })
    void spellings_of_a_market_have_one_canonical_name(String written, String canonical) {
        assertThat(Symbols.canonical(written)).isEqualTo(canonical);
    }

    /** Names as Kraken's AssetPairs, Binance's exchangeInfo and BingX's contracts have them; the macro must agree. */
    @ParameterizedTest
    @CsvSource({
        // Kraken
        "XBTUSD, BTC/USD",
        "XXBTZUSD, BTC/USD",
        "XETHZEUR, ETH/EUR",
        "XXRPXXBT, XRP/BTC",
        "ZEURZUSD, EUR/USD",
        "USDTZUSD, USDT/USD",
        "USDTUSD, USDT/USD",
        "USDCUSD, USDC/USD",
        "PYUSDUSD, PYUSD/USD",
        "DAIUSD, DAI/USD",
        "DOTUSD, DOT/USD",
        "DOTXBT, DOT/BTC",
        "FETUSD, FET/USD",
        "GRTUSD, GRT/USD",
        "BATUSD, BAT/USD",
        "ANTUSD, ANT/USD",
        "APTUSD, APT/USD",
        "XTZUSD, XTZ/USD",
        "XDGEUR, DOGE/EUR",
        "SHIBUSD, SHIB/USD",
        "ARBUSD, ARB/USD",
        "BNBUSD, BNB/USD",
        "MOBUSD, MOB/USD",
        "TBTCXBT, TBTC/BTC",
        // Binance
        "BTCTUSD, BTC/TUSD",
        "ETHTUSD, ETH/TUSD",
        "USDCTUSD, USDC/TUSD",
        "DOTBUSD, DOT/BUSD",
        "BNBBUSD, BNB/BUSD",
        "SHIBBUSD, SHIB/BUSD",
        "GALBUSD, GAL/BUSD",
        "BTCFDUSD, BTC/FDUSD",
        "LDOFDUSD, LDO/FDUSD",
        "TUSDUSDT, TUSD/USDT",
        "FDUSDUSDT, FDUSD/USDT",
        "USDTTRY, USDT/TRY",
        "DOTUSDT, DOT/USDT",
        "WBTCBTC, WBTC/BTC",
        "PAXGBTC, PAXG/BTC",
        // BingX
        "1000PEPE-USDT, 1000PEPE/USDT",
        "DOT-USD, DOT/USD",
        "BTC-USDC, BTC/USDC",
    })
    void a_coin_that_ends_like_a_dollar_keeps_its_last_letter(String written, String canonical) {
        assertThat(Symbols.canonical(written)).isEqualTo(canonical);
        try (Staging staging = Staging.open(Queries.find())) {
            staging.script("sources/told");
            staging.script("sources/readings");
            String quote = staging.select("quote", "SELECT raw.quote_currency(?) AS q", written)
                    .texts("q")[0];
            assertThat(Symbols.canonical("X/" + quote)).isEqualTo("X/" + canonical.replaceFirst(".*/", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"foo bar, FOO BAR", "USDT, USDT", "a/b/c, A/B/C", "'', ''"})
    void what_is_not_understood_stays_as_written_in_upper_case(String written, String canonical) {
        assertThat(Symbols.canonical(written)).isEqualTo(canonical);
    }
}
