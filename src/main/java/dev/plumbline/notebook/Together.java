package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Neighbours that only give a plain value to a variable go to the compiler together: {@code int a = 1, b = 2;}. Each snippet
 * costs JShell 10 ms, and a cell of parameters has nothing else.
 */
final class Together {

    /** Only what compiles for certain, so that no place in the joined text is ever told. */
    private static final Pattern PLAIN = Pattern.compile(
            "(String) (\\w+) = (\"[^\"\\\\\\p{Cntrl}]*\");|(int|long) (\\w+) = (\\d{1,9});|(double) (\\w+) = (\\d{1,9}\\.\\d{1,9});"
                    + "|(boolean) (\\w+) = (true|false);");

    private record Value(String type, String name, String literal) {}

    private Together() {}

    static List<Snippets.Piece> of(List<Snippets.Piece> pieces) {
        List<Snippets.Piece> joined = new ArrayList<>();
        int i = 0;
        while (i < pieces.size()) {
            List<Value> values = new ArrayList<>();
            Set<String> names = new HashSet<>();
            int next = i;
            while (next < pieces.size()) {
                Optional<Value> value = value(pieces.get(next).source());
                boolean fits = value.isPresent()
                        && (values.isEmpty()
                                || value.get().type().equals(values.get(0).type()))
                        && names.add(value.get().name());
                if (!fits) {
                    break;
                }
                values.add(value.get());
                next++;
            }
            if (values.size() < 2) {
                joined.add(pieces.get(i++));
            } else {
                joined.add(new Snippets.Piece(
                        pieces.get(i).offset(),
                        source(values),
                        pieces.get(next - 1).last()));
                i = next;
            }
        }
        return joined;
    }

    private static Optional<Value> value(String source) {
        Matcher matcher = PLAIN.matcher(source.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int group = 1;
        while (matcher.group(group) == null) {
            group += 3;
        }
        String name = matcher.group(group + 1);
        return SourceVersion.isName(name)
                ? Optional.of(new Value(matcher.group(group), name, matcher.group(group + 2)))
                : Optional.empty();
    }

    private static String source(List<Value> values) {
        return values.get(0).type() + " "
                + String.join(
                        ", ",
                        values.stream()
                                .map(value -> value.name() + " = " + value.literal())
                                .toList())
                + ";";
    }
}
