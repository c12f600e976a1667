package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Check;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks as JUnit's XML, read back by the JDK's parser. */
final class CheckJunitTest {

    private static final Instant RAN = Instant.parse("2026-11-17T06:30:00Z");

    private static Element read(Check check, boolean yellowFails) throws Exception {
        String text = CheckJunit.of(List.of(new Checked(check, RAN)), RAN, yellowFails);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @Test
    void a_suite_is_an_agent_and_counts_its_cases() throws Exception {
        Element root = read(DemoCheck.of(), true);
        Element suite = all(root, "testsuite").get(0);
        assertThat(suite.getAttribute("name")).isEqualTo("playbook · btc-eth-live · live");
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-17T06:30:00");
        // counted by hand in DemoCheck: 29 rows and the age; 2 red, 2 yellow; 3 that cannot be told
        assertThat(suite.getAttribute("tests")).isEqualTo("30");
        assertThat(all(suite, "testcase")).hasSize(30);
        assertThat(suite.getAttribute("failures")).isEqualTo("4");
        assertThat(all(suite, "failure")).hasSize(4);
        assertThat(suite.getAttribute("skipped")).isEqualTo("3");
        assertThat(all(suite, "skipped")).hasSize(3);
    }

    @Test
    void yellow_is_skipped_with_its_reason_when_only_red_fails() throws Exception {
        Element root = read(DemoCheck.of(), false);
        assertThat(all(root, "failure")).hasSize(2).allMatch(it -> it.getAttribute("type")
                .equals("red"));
        assertThat(all(root, "skipped"))
                .filteredOn(it -> it.getAttribute("type").equals("yellow"))
                .extracting(it -> it.getAttribute("message"))
                .containsExactlyInAnyOrder(
                        "the playbook alerts at 3", "45–55 % is yellow in the playbook; within the baseline’s band");
    }

    @Test
    void a_failure_says_why_and_what_to_do_and_an_unknown_what_it_lacks() throws Exception {
        Element root = read(DemoCheck.of(), true);
        Element failure = all(root, "failure").get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("below its band, and not chance (q = 0.01)");
        assertThat(failure.getTextContent())
                .contains("change: −16.7 pt")
                .contains("n = 118")
                .endsWith("do: consider rollback");
        assertThat(all(root, "skipped"))
                .extracting(it -> it.getAttribute("message"))
                .contains("7 days, 30 needed");
    }

    @Test
    void hostile_text_is_text() throws Exception {
        Element root = read(Hostile.check(), true);
        assertThat(all(root, "script")).isEmpty();
        assertThat(all(root, "testcase")).hasSize(3);
        assertThat(all(root, "failure")).isNotEmpty().allSatisfy(it -> assertThat(it.getAttribute("message"))
                .contains("</script><script>"));
    }
}
