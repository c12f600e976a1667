package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A check for scripts: numbers are numbers, and what is null says why. */
final class CheckJsonTest {

    private static final JsonNode JSON =
            CheckJson.of(new Checked(DemoCheck.of(), Instant.parse("2026-11-16T23:59:30Z")));

    private static JsonNode row(String metric) {
        return StreamSupport.stream(JSON.get("rows").spliterator(), false)
                .filter(row -> row.get("now").get("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_verdict_stands_with_the_exit_code_and_the_newest_row() {
        assertThat(JSON.get("verdict").asText()).isEqualTo("red");
        assertThat(JSON.get("exit_code").asInt()).isEqualTo(20);
        assertThat(JSON.get("newest_row").asText()).isEqualTo("2026-11-16T23:59:30Z");
        assertThat(JSON.get("counts").get("red").asInt()).isEqualTo(2);
    }

    @Test
    void a_row_has_numbers_and_who_wrote_its_rule() {
        JsonNode row = row("win_rate");
        assertThat(row.get("change").asDouble()).isEqualTo(-0.167);
        assertThat(row.get("interval").get(0).asDouble()).isEqualTo(-0.267);
        assertThat(row.get("author").asText()).isEqualTo("the playbook");
        assertThat(row.has("change_reason")).isFalse();
    }

    @Test
    void what_is_undefined_is_null_with_a_reason() {
        JsonNode row = row("calmar");
        assertThat(row.get("now").get("value").isNull()).isTrue();
        assertThat(row.get("now").get("reason").asText()).isEqualTo("7 days, 30 needed");
        assertThat(row.get("change").isNull()).isTrue();
        assertThat(row.get("change_reason").asText()).isEqualTo("7 days, 30 needed");
    }
}
