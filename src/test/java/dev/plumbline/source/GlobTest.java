package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

    // what Python 3.11's fnmatch.fnmatchcase(name, pattern.lower()) says
    @ParameterizedTest
    @CsvSource({
        "decision_*.json, decision_1.json, true",
        "decision_*.json, decision_.json, true",
        "decision_*.json, xdecision_1.json, false",
        "*.log, a.log, true",
        "*.log, .log, true",
        "a*a, a, false",
        "a*a, aa, true",
        "a*b*c, axxbxxc, true",
        "a*b*c, acb, false",
        "a*bc*c, abc, false",
        "Trades.CSV, trades.csv, true",
        "*, anything, true"
    })
    void a_star_stands_for_any_text(String pattern, String name, boolean fits) {
        assertThat(Glob.of(pattern).fits(name)).isEqualTo(fits);
    }
}
