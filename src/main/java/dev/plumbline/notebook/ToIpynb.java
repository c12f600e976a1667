package dev.plumbline.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A notebook as Jupyter keeps it, nbformat 4.5, for a Java kernel. Header, titles and metadata go where Jupytext puts
 * them, so that its {@code java:percent} reads the same notebook.
 */
public final class ToIpynb {

    private final Notebook notebook;
    private final Set<String> ids = new HashSet<>();

    private ToIpynb(Notebook notebook) {
        this.notebook = notebook;
    }

    /** The file's text; equal notebooks give equal text. */
    public static String of(Notebook notebook) {
        try {
            return new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(new ToIpynb(notebook).document())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode cells = document.putArray("cells");
        List<String> header = notebook.headerLines();
        if (!header.isEmpty()) {
            cell(cells, "raw", String.join("\n", header));
        }
        for (Cell cell : notebook.cells()) {
            ObjectNode node = cell(
                    cells,
                    switch (cell.kind()) {
                        case CODE -> "code";
                        case MARKDOWN -> "markdown";
                        case RAW -> "raw";
                    },
                    cell.source());
            ObjectNode metadata = (ObjectNode) node.get("metadata");
            if (!cell.title().isEmpty()) {
                metadata.put("title", cell.title());
            }
            cell.metadata().forEach(metadata::set);
        }
        ObjectNode metadata = document.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Java")
                .put("language", "java")
                .put("name", "java");
        metadata.putObject("language_info")
                .put("name", "java")
                .put("file_extension", ".jshell")
                .put("mimetype", "text/x-java-source");
        return document.put("nbformat", 4).put("nbformat_minor", 5);
    }

    private ObjectNode cell(ArrayNode cells, String type, String source) {
        ObjectNode node = cells.addObject().put("cell_type", type);
        if (type.equals("code")) {
            node.putNull("execution_count");
        }
        node.put("id", id(type, source));
        node.putObject("metadata");
        if (type.equals("code")) {
            node.putArray("outputs");
        }
        ArrayNode lines = node.putArray("source");
        int from = 0;
        while (from < source.length()) {
            int end = source.indexOf('\n', from);
            int to = end < 0 ? source.length() : end + 1;
            lines.add(source.substring(from, to));
            from = to;
        }
        return node;
    }

    /** Of the content, so that a cell keeps its id when others come and go. */
    private String id(String type, String source) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((type + "\n" + source).getBytes(StandardCharsets.UTF_8));
            String id = HexFormat.of().formatHex(hash, 0, 4);
            String unique = id;
            for (int i = 2; !ids.add(unique); i++) {
                unique = id + "-" + i;
            }
            return unique;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
