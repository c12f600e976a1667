package dev.plumbline.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a statement over two lines is written so that the first line alone cannot be complete. */
final class SafeSpelling {

    private static final Pattern WORD =
            Pattern.compile("^(else|catch|finally|while|extends|implements|throws|instanceof)\\b");
    private static final Pattern OPERATOR =
            Pattern.compile("^(>>>=|<<=|>>=|>>>|->|::|\\+=|-=|\\*=|/=|==|!=|<=|>=|&&|\\|\\||<<|>>|[-+*/%&|^<>=?:,])");

    private SafeSpelling() {}

    /** Whether the second begins a statement of its own, so that the first one only lacks its semicolon. */
    static boolean isFresh(String text, PlainReading.Taken first, PlainReading.Taken second) {
        String next = text.substring(second.start());
        return text.charAt(first.start()) != '@'
                && second.kind() != PlainReading.Kind.COMMAND
                && !WORD.matcher(next).find()
                && (Character.isJavaIdentifierStart(next.charAt(0)) || next.charAt(0) == '"');
    }

    /** @param next where the line begins that plain jshell reads by itself */
    static String of(String text, int first, int next) {
        String rest = text.substring(next);
        if (text.charAt(first) == '@') {
            return "write the annotation and what it belongs to on one line";
        }
        if (rest.startsWith(".")) {
            return "end the line above with the dot, or write both on one line";
        }
        Matcher word = WORD.matcher(rest);
        if (word.find()) {
            return word.group(1).equals("else")
                            || word.group(1).equals("catch")
                            || word.group(1).equals("finally")
                            || word.group(1).equals("while")
                    ? "write } " + word.group(1) + " on one line"
                    : "end the line above with " + word.group(1);
        }
        Matcher operator = OPERATOR.matcher(rest);
        if (operator.find()) {
            return "end the line above with " + operator.group(1);
        }
        return "write both on one line";
    }
}
