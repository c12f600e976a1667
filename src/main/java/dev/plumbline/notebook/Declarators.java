package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A declaration of variables with their first values, such as {@code int days = 7, weeks = 2;}. */
final class Declarators {

    private static final Pattern DECLARATION = Pattern.compile(
            "^(?:(?:final|static|public|protected|private|@\\w+)\\s+)*([\\w.]+(?:<[\\w.<>\\[\\], ?]*>)?(?:\\[\\])*)\\s+(\\w+)\\s*"
                    + "=(?!=)\\s*(.*?)\\s*;\\s*$",
            Pattern.DOTALL);

    /** What follows a comma between two variables, and not between two arguments of a type. */
    private static final Pattern NEXT = Pattern.compile("\\s*(\\w+)\\s*=(?!=)\\s*", Pattern.DOTALL);

    /** A variable whose first value spans [from, to) of the text. */
    record Variable(String name, String type, String value, int from) {
        int to() {
            return from + value.length();
        }
    }

    private Declarators() {}

    /** Empty for anything else, and for variables without a first value. */
    static List<Variable> of(String declaration) {
        List<Variable> variables = new ArrayList<>();
        Matcher matcher = DECLARATION.matcher(declaration);
        if (!matcher.matches()) {
            return variables;
        }
        String type = matcher.group(1);
        String name = matcher.group(2);
        int from = matcher.start(3);
        int depth = 0;
        int i = from;
        while (i < matcher.end(3)) {
            char c = declaration.charAt(i);
            Matcher next = NEXT.matcher(declaration).region(Math.min(i + 1, matcher.end(3)), matcher.end(3));
            if (c == ',' && depth == 0 && next.lookingAt()) {
                variables.add(variable(name, type, declaration.substring(from, i), from));
                name = next.group(1);
                from = next.end();
                i = from;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                i = Snippets.after(declaration, i);
            }
        }
        variables.add(variable(name, type, declaration.substring(from, matcher.end(3)), from));
        return variables;
    }

    private static Variable variable(String name, String type, String value, int from) {
        return new Variable(name, type, value.stripTrailing(), from);
    }
}
