package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ManualTest {

    private static final Manual MANUAL = Manual.ofInstallation();

    @Test
    void a_call_is_told_with_its_arguments_and_its_first_words() {
        assertThat(MANUAL.about("week.against("))
                .contains("Window: Check against(Baseline baseline)", "Held against a baseline, by the rules");
    }

    @Test
    void a_metric_is_told_with_its_formula_and_unit_in_either_spelling() {
        assertThat(MANUAL.about("PROFIT_FACTOR"))
                .isEqualTo(MANUAL.about("profit_factor"))
                .contains("unit: ratio");
    }

    @Test
    void an_unknown_word_brings_those_that_were_meant() {
        assertThat(MANUAL.about("mesure")).startsWith("nothing is known of \"mesure\"; nearest: measure");
    }

    @Test
    void every_call_that_help_names_is_known() {
        for (String call : new String[] {
            "agents", "of", "last", "days", "measure", "measureAll", "by", "usualBaseline", "quality", "equity", "table"
        }) {
            assertThat(MANUAL.about(call)).doesNotStartWith("nothing");
        }
    }

    @Test
    void an_installation_without_sources_knows_nothing_and_says_so() {
        assertThat(Manual.of(Path.of("nowhere")).about("last")).startsWith("nothing is known");
    }
}
