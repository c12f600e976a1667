package dev.plumbline.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Jupyter notebook with a Java kernel as a notebook of ours. Outputs are left behind; what is no Java stands as a
 * comment; each of these is noted.
 *
 * @param text  of the .jsh file
 * @param notes what a reader of the result should know
 */
public record FromIpynb(String text, List<String> notes) {

    /** What Jupyter keeps for itself. */
    private static final Set<String> OF_JUPYTER = Set.of(
            "collapsed", "scrolled", "trusted", "jupyter", "execution", "ExecuteTime", "lines_to_next_cell", "title");

    private static final Pattern MAGIC = Pattern.compile("^\\s*%{1,2}\\w+\\s?.*$");

    /** A call of the system, as other kernels have; in Java only what is no negation, such as {@code !ls -l}. */
    private static final Pattern CALL = Pattern.compile("^\\s*!\\s*[\\w./~-]+(\\s+[\\w./~:@=-]+)*\\s*$");

    private static final Pattern NEGATION = Pattern.compile("^\\s*!\\s*[\\w.]+\\s*$");
    private static final Set<String> TYPES = Set.of("code", "markdown", "raw");
    private static final Pattern COMMAND = Pattern.compile("^\\s*(/[A-Za-z?!][^\\s/*(]*)(\\s.*)?$");
    private static final Pattern LIKE_A_MARKER = Pattern.compile("^// ?(?=%%)");

    public FromIpynb {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a notebook's JSON; {@code file} is what errors call it.
     *
     * @throws NotebookRejected when it is no notebook of nbformat 4, or one in another language
     */
    public static FromIpynb of(String file, String json) {
        JsonNode document = document(file, json);
        List<String> notes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int number = 0;
        int outputs = 0;
        for (JsonNode cell : document.path("cells")) {
            number++;
            outputs += cell.path("outputs").size();
            String source = source(cell);
            if (number == 1 && isHeader(cell, source)) {
                text.append(commented(source));
                continue;
            }
            text.append(number == 1 ? "" : "\n").append(cell(cell, source, number, notes));
        }
        if (outputs > 0) {
            notes.add(outputs == 1 ? "1 output was left behind" : outputs + " outputs were left behind");
        }
        String whole = text + "/exit\n";
        // what was written can be read
        Notebook.parse(file, whole);
        return new FromIpynb(whole, notes);
    }

    private static JsonNode document(String file, String json) {
        JsonNode document;
        try {
            document = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new NotebookRejected(
                    new Place(
                            file,
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                            e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
                    "this is not JSON, expected a Jupyter notebook");
        }
        if (document.path("nbformat").asInt() == 4 && !document.path("cells").isArray()) {
            throw new NotebookRejected(file, "a Jupyter notebook without its list of cells");
        }
        if (document.path("nbformat").asInt() != 4) {
            throw new NotebookRejected(
                    file,
                    "found nbformat " + document.path("nbformat").asText("none")
                            + ", expected 4: open it in Jupyter and save it again");
        }
        JsonNode metadata = document.path("metadata");
        String language = metadata.path("kernelspec")
                .path("language")
                .asText(metadata.path("language_info").path("name").asText("java"));
        if (!language.equalsIgnoreCase("java")) {
            throw new NotebookRejected(file, "a notebook in " + language + ", expected Java");
        }
        return document;
    }

    /** Whether no statement goes on from the line before. */
    private static boolean begins(SourceLines lines, int i) {
        String before = i == 0 ? "" : lines.all().get(i - 1).strip();
        return before.isEmpty()
                || ";{}".indexOf(before.charAt(before.length() - 1)) >= 0
                || !before.matches("[^%!/].*");
    }

    private static String source(JsonNode cell) {
        JsonNode source = cell.path("source");
        StringBuilder text = new StringBuilder();
        if (source.isArray()) {
            source.forEach(line -> text.append(line.asText()));
        } else {
            text.append(source.asText());
        }
        return text.toString().replace("\r\n", "\n").stripTrailing();
    }

    private static boolean isHeader(JsonNode cell, String source) {
        return cell.path("cell_type").asText().equals("raw") && source.startsWith("---\n") && source.endsWith("\n---");
    }

    private static String cell(JsonNode cell, String source, int number, List<String> notes) {
        String type = cell.path("cell_type").asText();
        if (!TYPES.contains(type)) {
            notes.add("cell " + number + ": of the kind \"" + type + "\", which Jupyter has not; it stands as text");
        }
        if (cell.has("attachments")) {
            notes.add("cell " + number + ": its attached pictures were left behind");
        }
        String marker = IpynbMarker.of(cell, type, OF_JUPYTER, number, notes);
        String text = type.equals("code") ? code(source, number, notes) : commented(source);
        return marker + "\n" + text;
    }

    private static String commented(String source) {
        StringBuilder text = new StringBuilder();
        source.lines().forEach(line -> {
            // two spaces: a line of text is no marker
            String lead = line.startsWith("%%") ? "//  " : line.isBlank() ? "//" : "// ";
            text.append(lead).append(line.isBlank() ? "" : line).append('\n');
        });
        return text.toString();
    }

    private static String code(String source, int number, List<String> notes) {
        SourceLines lines = SourceLines.of(source);
        StringBuilder text = new StringBuilder();
        boolean foreign = source.startsWith("%%");
        for (int i = 0; i < lines.all().size(); i++) {
            String line = lines.all().get(i);
            Matcher magic = MAGIC.matcher(line);
            Matcher command = COMMAND.matcher(line);
            boolean code = !lines.isText(i);
            boolean call = CALL.matcher(line).matches()
                    && begins(lines, i)
                    && !(i > 0 && NEGATION.matcher(line).matches());
            if (foreign || (code && (magic.matches() || command.matches() || call))) {
                text.append("// not Java: ").append(line).append('\n');
                if (!foreign || i == 0) {
                    notes.add("cell " + number + ", line " + (i + 1) + ": " + line.strip()
                            + " is no Java and stands as a comment"
                            + (foreign ? ", with the rest of its cell" : ""));
                }
            } else {
                text.append(code ? LIKE_A_MARKER.matcher(line).replaceFirst("//  ") : line)
                        .append('\n');
            }
        }
        return text.toString();
    }
}
