package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions on bytes, held against java.util.regex. */
class LineFormTest {

    private static final List<String> LINES = List.of(
            "2026-11-16 10:00:00,123 - core.exchange - ERROR - order failed",
            "2026-11-16 10:00:00,123 - core.exchange - ERROR - ",
            "2026-11-16 10:00:00.123 | INFO     | a.b:c:12 - 🔄 Agent x - Cycle #7",
            "2026-11-16 10:00:00.123 | INFO     | a.b:<module>:1:2 - x - y:3 - z",
            "2026-11-16 10:00:00 | INFO | src.core | Candle closed – BTC/USDT",
            "[2026-11-16 10:00:00] [WARN] [main – a] - started",
            "[2026-11-16 10:00:00] [WARN] [] - a] - b",
            "2026-11-16 10:00:00,123 - core - INFO - a\rb",
            "2026-11-16 10:00:00,123 - core - INFO - a\u2028b",
            "2026-11-16 10:00:00,123 - Kern - INFO - 12é",
            "Traceback (most recent call last):",
            "",
            "é");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}) - (?<logger>[\\w.]+) - (?<level>[A-Z]+) - (?<message>.+)$",
                "(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) \\| (?<level>[A-Z]+) *\\| (?<module>[^ ]+:[^ ]+:\\d+) - (?<message>.*)",
                "(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) \\| (?<level>[A-Z]+) \\| (?<logger>[\\w.]+) \\| (?<message>.*)",
                "\\[(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)\\] \\[(?<level>[A-Z]+)\\] \\[(?<logger>[^\\]]*)\\] - (?<message>.*)",
                "(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[,.]\\d{3}) - (?<logger>[^ ]+) - (?<level>[A-Z]+) - (?<message>.*)"
            })
    void plain_expressions_say_of_bytes_what_they_say_of_text(String expression) {
        LineForm form = LineForm.of(Pattern.compile(expression));
        assertThat(form.plain()).isTrue();
        for (String line : LINES) {
            assertThat(parts(form, line)).as(line).isEqualTo(parts(Pattern.compile(expression), form.names(), line));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?<time>\\S+) (?<message>.*)",
                "(?<a>x|y)(?<b>.*)",
                "(?<a>.*?) - (?<b>.*)",
                "(?<a>[^ ]+)(?<b>.*)",
                "(?<a>(?:b)+)",
                "(?<a>.{3})",
                "(?i)(?<a>info)"
            })
    void other_expressions_are_tried_on_text(String expression) {
        LineForm form = LineForm.of(Pattern.compile(expression));
        assertThat(form.plain()).isFalse();
        for (String line : LINES) {
            assertThat(parts(form, line)).as(line).isEqualTo(parts(Pattern.compile(expression), form.names(), line));
        }
    }

    @Test
    void every_log_of_the_systems_is_read_on_bytes_but_one() {
        List<String> others = new ArrayList<>();
        for (SourceSystem system :
                Sources.of(dev.plumbline.store.Queries.find()).all()) {
            if (system instanceof SystemFolder folder) {
                folder.kinds().forEach(kind -> kind.lines().stream()
                        .filter(pattern -> !LineForm.of(pattern).plain())
                        .forEach(pattern -> others.add(folder.name())));
            }
        }
        // its loggers are either below src or the bot itself
        assertThat(others).containsExactly("playbook");
    }

    private static List<String> parts(LineForm form, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        List<String> parts = new ArrayList<>();
        if (form.fits(bytes, 0, bytes.length, line.contains("\u2028"))) {
            for (int i = 0; i < form.names().size(); i++) {
                parts.add(
                        form.from(i) < 0
                                ? "-"
                                : new String(bytes, form.from(i), form.to(i) - form.from(i), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static List<String> parts(Pattern pattern, List<String> names, String line) {
        Matcher match = pattern.matcher(line);
        List<String> parts = new ArrayList<>();
        if (match.matches()) {
            names.forEach(name -> parts.add(match.group(name) == null ? "-" : match.group(name)));
        }
        return parts;
    }
}
