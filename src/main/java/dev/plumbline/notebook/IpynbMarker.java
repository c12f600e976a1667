package dev.plumbline.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The line that begins a cell, from what Jupyter keeps of it. */
final class IpynbMarker {

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][\\w.-]*");

    private IpynbMarker() {}

    static String of(JsonNode cell, String type, Set<String> dropped, int number, List<String> notes) {
        String kind =
                switch (type) {
                    case "code" -> "";
                    case "raw" -> " [raw]";
                    default -> " [markdown]";
                };
        String title = cell.path("metadata").path("title").asText().strip().replaceAll("\\s+", " ");
        String head = "// %%" + (title.isEmpty() ? "" : " " + title) + kind;
        StringBuilder marker = new StringBuilder();
        if (keeps(head, title)) {
            marker.append(head);
        } else {
            marker.append("// %%")
                    .append(kind)
                    .append(" title=")
                    .append(json(cell.path("metadata").path("title")));
        }
        for (Map.Entry<String, JsonNode> entry : cell.path("metadata").properties()) {
            if (!dropped.contains(entry.getKey())) {
                String key = " " + entry.getKey() + "=" + json(entry.getValue());
                if (KEY.matcher(entry.getKey()).matches() && isRead("// %%" + key)) {
                    marker.append(key);
                } else {
                    notes.add("cell " + number + ": its metadata" + key + " mean nothing here and were left behind");
                }
            }
        }
        return marker.toString();
    }

    /** Whether a title is not taken for something else. */
    private static boolean keeps(String head, String title) {
        return isRead(head) && Marker.parse("", 1, head).title().equals(title);
    }

    private static boolean isRead(String marker) {
        try {
            Marker.parse("", 1, marker);
            return true;
        } catch (NotebookRejected e) {
            return false;
        }
    }

    /** In one line, as people and Jupytext write it: a blank after commas and colons. */
    private static String json(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> parts.add(json(one)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(entry -> parts.add(TextNode.valueOf(entry.getKey()) + ": " + json(entry.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        return value.toString();
    }
}
