package dev.plumbline.notebook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;

/**
 * The names in a cell.
 *
 * @param uses    every identifier outside comments and text
 * @param changes those that a statement assigns to, or calls a method of
 */
record CellNames(Set<String> uses, Set<String> changes) {

    private static final Pattern NO_CODE = Pattern.compile(
            "//[^\\n]*|(?s:/\\*.*?\\*/)|(?s:\"\"\".*?\"\"\")|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'");
    private static final Pattern NAME = Pattern.compile("(?<![\\w$])[A-Za-z_$][\\w$]*");
    private static final Pattern ASSIGNED = Pattern.compile("(?<![\\w$.])([A-Za-z_$][\\w$]*)\\s*(?:\\[[^]]*]\\s*)*"
            + "(?:(?:[-+*/%&|^]|<<|>>>?)?=(?!=)|\\+\\+|--)|(?:\\+\\+|--)\\s*([A-Za-z_$][\\w$]*)");
    private static final Pattern CALLED = Pattern.compile("(?:^|[;{})])\\s*([A-Za-z_$][\\w$]*)\\s*\\.\\s*\\w+\\s*\\(");

    CellNames {
        uses = Set.copyOf(uses);
        changes = Set.copyOf(changes);
    }

    static CellNames of(SourceCodeAnalysis analysis, Cell cell) {
        Set<String> uses = new LinkedHashSet<>();
        Set<String> changes = new LinkedHashSet<>();
        for (Snippets.Piece piece : Snippets.of(analysis, cell.source())) {
            String code = NO_CODE.matcher(piece.source()).replaceAll(" ");
            found(NAME, code, uses);
            found(ASSIGNED, code, changes);
            if (!piece.last()) {
                // the last expression of a cell is there to be seen
                found(CALLED, code, changes);
            }
        }
        return new CellNames(uses, changes);
    }

    private static void found(Pattern pattern, String code, Set<String> into) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            List.of(0, 1, 2).stream()
                    .filter(group -> group <= matcher.groupCount() && (group > 0 || matcher.groupCount() == 0))
                    .map(matcher::group)
                    .filter(name -> name != null)
                    .forEach(into::add);
        }
    }
}
