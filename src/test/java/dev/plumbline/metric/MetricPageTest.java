package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MetricPageTest {

    @Test
    void the_page_is_what_the_code_says() throws IOException {
        assertThat(Files.readString(MetricPage.PAGE))
                .as("docs/metrics.md is not what the javadoc says; make it anew with the main method of MetricPage")
                .isEqualTo(MetricPage.text());
    }

    @Test
    void every_metric_of_the_registry_is_on_the_page_once_and_no_other() {
        assertThat(MetricPage.entries())
                .extracting(MetricPage.Entry::metric)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Metrics.ALL, Further.ALL, Benchmarks.ALL)
                        .<Metric<?>>flatMap(List::stream)
                        .toList());
    }

    @Test
    void every_metric_says_its_formula_and_what_comes_back_where_there_is_little() {
        List<MetricPage.Entry> all = MetricPage.entries().stream()
                .filter(entry -> !entry.type().equals("OfEach"))
                .toList();
        assertThat(all).filteredOn(entry -> MetricPage.formula(entry).isBlank()).isEmpty();
        assertThat(all)
                .filteredOn(entry -> !MetricPage.saysWhatIsUndefined(entry))
                .extracting(entry -> entry.metric().id())
                .isEmpty();
    }
}
