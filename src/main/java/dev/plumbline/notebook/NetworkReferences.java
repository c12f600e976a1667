package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would fetch something from elsewhere: a notebook reads the store, and its page works offline. */
final class NetworkReferences {

    private static final Pattern PICTURE =
            Pattern.compile("!\\[[^\\]]*]\\(\\s*<?((?:[a-z]+:)?//)|\\bsrc\\s*=\\s*[\"']?(?:[a-z]+:)?//");
    private static final Pattern ADDRESS =
            Pattern.compile("\"(?:(?:https?|wss?|ftp|postgresql)://|jdbc:(?!duckdb:|sqlite:))");
    private static final Pattern CLIENT = Pattern.compile(
            "\\bjava\\.net\\.(?!URLEncoder|URLDecoder)|\\b(HttpClient|HttpRequest|HttpURLConnection|Socket|URL)\\b\\s*[.(]");

    private NetworkReferences() {}

    static List<Finding> in(Notebook notebook) {
        List<Finding> findings = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            for (int i = 0; i < cell.source().lines().count(); i++) {
                int index = cell.line() - 1 + i;
                String line = notebook.lines().get(index);
                if (cell.isCode() && !line.stripLeading().startsWith("//")) {
                    find(ADDRESS, line)
                            .or(() -> find(CLIENT, line))
                            .ifPresent(column -> findings.add(finding(
                                    notebook,
                                    index,
                                    column,
                                    "this reaches for the network",
                                    "import the data first (plumb import) and read the store")));
                } else if (cell.kind() == Cell.Kind.MARKDOWN) {
                    find(PICTURE, line)
                            .ifPresent(column -> findings.add(finding(
                                    notebook,
                                    index,
                                    column,
                                    "a picture from the network, which the page does not load",
                                    "write a link to it instead")));
                }
            }
        }
        return findings;
    }

    private static Optional<Integer> find(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(matcher.start() + 1) : Optional.empty();
    }

    private static Finding finding(Notebook notebook, int index, int column, String message, String safe) {
        return new Finding(new Place(notebook.file(), index + 1, column), Finding.Rule.NETWORK, message, safe);
    }
}
