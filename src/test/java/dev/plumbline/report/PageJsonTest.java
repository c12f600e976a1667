package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.metric.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageJsonTest {

    private static JsonNode read(Page page) throws Exception {
        return new ObjectMapper().readTree(PageJson.write(page));
    }

    @Test
    void an_undefined_value_is_null_with_its_reason() throws Exception {
        var calmar = DemoCheck.undefined(DemoCheck.metric("calmar", "Calmar ratio", Unit.RATIO), "7 days, 30 needed");
        JsonNode row = read(new Page(
                        "", "x", "", List.of(new Block.Measurements(List.of(calmar.now()))), Map.of(), Map.of()))
                .at("/blocks/0/rows/0");
        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("reason").asText()).isEqualTo("7 days, 30 needed");
        assertThat(row.get("reason_code").asText()).isEqualTo("too_short");
    }

    @Test
    void a_check_keeps_its_numbers() throws Exception {
        JsonNode check = read(DemoPage.of(1)).at("/blocks/2/check");
        assertThat(check.get("verdict").asText()).isEqualTo("red");
        assertThat(check.at("/counts/red").asInt()).isEqualTo(2);
        assertThat(check.at("/rows/0/change").asDouble()).isEqualTo(-0.167);
        assertThat(check.at("/rows/0/interval/0").asDouble()).isEqualTo(-0.267);
        assertThat(check.at("/rows/0/now/slice/symbol").asText()).isEqualTo("ETH/USDT");
    }

    @Test
    void half_a_character_does_not_keep_the_page_from_being_written() {
        String text = PageJson.write(new Page("a\ud800b", "", "", List.of(), Map.of(), Map.of()));
        assertThat(text).contains("a?b");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }

    @Test
    void hostile_text_survives_as_text() throws Exception {
        assertThat(read(Hostile.page()).get("scope").asText()).contains("</script>");
    }
}
