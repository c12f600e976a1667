package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.Quality;
import dev.plumbline.TextTable;
import dev.plumbline.Window;
import dev.plumbline.baseline.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the checks found in one agent's window, for a terminal and for a script. */
record QualityAnswer(Window window, Quality quality) {

    private static final int WIDEST = 100;

    static QualityAnswer of(Window window) {
        return new QualityAnswer(window, window.quality());
    }

    /** Green where nothing is worse than a note, yellow with a warning, red with an error. */
    Verdict verdict() {
        return switch (quality.worst()) {
            case ERROR -> Verdict.RED;
            case WARNING -> Verdict.YELLOW;
            case INFO -> Verdict.WITHIN;
        };
    }

    /** The agent, what is held, and each finding on lines of its own. */
    String text(int columns) {
        int width = Math.min(columns, WIDEST);
        StringBuilder text = new StringBuilder();
        wrapped(text, window + ": " + quality.held(), width, "");
        for (Quality.Finding finding : quality.findings()) {
            wrapped(
                    text,
                    "  " + finding.severity().words() + "  " + finding.subject() + ": " + finding.sentence(),
                    width,
                    "      ");
        }
        return text.toString();
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("system", window.scope().system());
        node.put("agent", window.scope().agent());
        node.put("environment", window.scope().environment());
        node.put("from", window.period().from().toString());
        node.put("to", window.period().to().toString());
        node.put("checks", quality.checks());
        node.put("held", quality.held());
        ArrayNode findings = node.putArray("findings");
        quality.findings().forEach(finding -> findings.addObject()
                .put("check", finding.check())
                .put("severity", finding.severity().word())
                .put("subject", finding.subject())
                .put("finding", finding.sentence())
                .put("n", finding.n()));
        return node;
    }

    /** Lines no wider than the screen; those after the first are set in. */
    private static void wrapped(StringBuilder text, String sentence, int width, String indent) {
        List<String> words = new ArrayList<>(List.of(TextTable.clean(sentence).split(" ")));
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            boolean fits = line.length() + 1 + word.length() <= width;
            if (!fits && !line.toString().isBlank()) {
                text.append(line).append('\n');
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(line.length() == 0 || line.toString().equals(indent) ? "" : " ")
                        .append(word);
            }
        }
        text.append(line).append('\n');
    }
}
