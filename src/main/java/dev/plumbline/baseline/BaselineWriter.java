package dev.plumbline.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A baseline as JSON: headings as in the playbook's document, one entry a line, the same bytes for the same baseline. */
final class BaselineWriter {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Separators spaced =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    private final ObjectWriter page = mapper.writer(new DefaultPrettyPrinter(spaced)
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));
    private final ObjectWriter line = mapper.writer(new DefaultPrettyPrinter(spaced)
            .withObjectIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance)
            .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance));

    String write(Baseline baseline) {
        ObjectNode root = mapper.createObjectNode();
        root.put("baseline", baseline.name());
        root.put("system", baseline.scope().system());
        root.put("agent", baseline.scope().agent());
        root.put("environment", baseline.scope().environment());
        root.put("from", baseline.period().from().toString());
        root.put("to", baseline.period().to().toString());
        root.put("zone", baseline.zone().getId());
        root.put("established", baseline.established().toString());
        ArrayNode notes = root.putArray("notes");
        baseline.notes().forEach(notes::add);
        ObjectNode entries = root.putObject("entries");
        for (Measurement entry : baseline.entries()) {
            entries.withArray("/" + Heading.of(entry.metric().id()).title())
                    .addRawValue(new RawValue(text(line, entry(entry))));
        }
        return text(page, root) + "\n";
    }

    private ObjectNode entry(Measurement entry) {
        ObjectNode node = mapper.createObjectNode();
        node.put("metric", entry.metric().id());
        if (!entry.slice().isAll()) {
            node.put("slice", entry.slice().toString());
        }
        node.put("unit", entry.metric().unit().name().toLowerCase(Locale.ROOT));
        if (entry.result() instanceof Result.Undefined undefined) {
            node.putNull("value").put("n", undefined.n());
            node.put("undefined", undefined.reason().name().toLowerCase(Locale.ROOT));
            return node.put("reason", undefined.because());
        }
        node.put("value", entry.value().orElseThrow()).put("n", entry.n());
        entry.interval().ifPresent(interval -> node.putObject("interval")
                .put("low", interval.low())
                .put("high", interval.high())
                .put("level", interval.level())
                .put("method", interval.method()));
        EvidenceText.write(node, entry.evidence());
        if (!entry.notes().isEmpty()) {
            ArrayNode notes = node.putArray("notes");
            entry.notes().forEach(notes::add);
        }
        return node;
    }

    private static String text(ObjectWriter writer, ObjectNode node) {
        try {
            return writer.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
