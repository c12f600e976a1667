package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PythonJsonTest {

    // python3 3.11: json.dumps({"a": [], "b": [1, 2.5], "t": "\u2192 \"q\"\n</script>\U0001F680", "o": {},
    //   "f": [10000.0, -0.25, 1e-08 * 0, 0.00012345]}, indent=2)
    private static final String DUMPED = """
            {
              "a": [],
              "b": [
                1,
                2.5
              ],
              "t": "\\u2192 \\"q\\"\\n</script>\\ud83d\\ude80",
              "o": {},
              "f": [
                10000.0,
                -0.25,
                0.0,
                0.00012345
              ]
            }""";

    @Test
    void text_is_what_json_dump_of_python_writes() {
        PythonJson json = new PythonJson().beginObject();
        json.key("a").beginArray().endArray();
        json.key("b").beginArray().value(1).value(2.5, 4).endArray();
        json.field("t", "→ \"q\"\n</script>🚀");
        json.key("o").beginObject().endObject();
        json.key("f")
                .beginArray()
                .value(10_000, 2)
                .value(-0.25, 8)
                .value(0, 8)
                .value(0.00012345, 8)
                .endArray();
        assertThat(new String(json.endObject().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo(DUMPED);
    }

    @Test
    void a_time_has_microseconds_unless_they_are_zero() {
        // python3: datetime.utcfromtimestamp(1762077600.5).isoformat(), and of 1762077600
        assertThat(Iso.text(1_762_077_600_500_000L)).isEqualTo("2025-11-02T10:00:00.500000");
        assertThat(Iso.text(1_762_077_600_000_000L)).isEqualTo("2025-11-02T10:00:00");
        assertThat(Iso.stamp(1_762_077_600_500_000L)).isEqualTo("20251102_100000");
    }
}
