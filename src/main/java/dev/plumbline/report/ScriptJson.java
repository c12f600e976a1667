package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** JSON that may stand inside a script element: nothing in it can end the element or a line. */
final class ScriptJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ScriptJson() {}

    static SafeHtml of(JsonNode json) {
        try {
            return new SafeHtml(MAPPER.writeValueAsString(json)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
