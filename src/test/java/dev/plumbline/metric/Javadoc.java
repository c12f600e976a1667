package dev.plumbline.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a class or a member, taken apart.
 *
 * @param text  what comes before the first label
 * @param all   everything, as Markdown
 * @param cases the list items
 */
record Javadoc(String text, String all, List<String> cases) {

    static final Javadoc NONE = new Javadoc("", "", List.of());

    private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*";
    private static final Pattern LABEL = Pattern.compile("(?<![\\w])(Formula|Unit|Conventions|Source): ");

    static Javadoc ofType(String code, String type) {
        return find(code, "(?:public |final |sealed )*(?:class|record|enum) " + type + "\\b");
    }

    /** A method, or a constant that holds one. */
    static Javadoc ofMember(String code, String member) {
        return find(code, "(?:public |private |static |final )*[\\w.<>\\[\\]]+ " + member + "(?:\\(| =)");
    }

    private static Javadoc find(String code, String declaration) {
        Matcher matcher = Pattern.compile(COMMENT + declaration, Pattern.DOTALL).matcher(code);
        return matcher.find() ? of(matcher.group(1)) : NONE;
    }

    private static Javadoc of(String raw) {
        String text = raw.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("(?s)@param.*", "")
                .replaceAll("\\{@link\\s+\\w*#(\\w+)[^}]*}", "`$1`")
                .replaceAll("\\{@link\\s+(\\w+)[^}]*}", "`$1`")
                .replaceAll("\\{@value Interval#LEAST_N}", "10")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("(?s)<a href=\"([^\"]*)\">(.*?)</a>", "[$2]($1)")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
        List<String> cases = Arrays.stream(text.split("<li>"))
                .skip(1)
                .map(item -> flat(item.replaceAll("(?s)</ul>.*", "")))
                .toList();
        String all = flat(text.replaceAll("(?s)<ul>.*?</ul>", " ").replace("<p>", " "));
        Matcher label = LABEL.matcher(all);
        return new Javadoc(label.find() ? all.substring(0, label.start()).strip() : all, all, cases);
    }

    /** What follows a label, to the next one. */
    Optional<String> part(String label) {
        Matcher matcher = Pattern.compile(
                        "(?<!\\w)" + label + ": (.*?)(?=(?<!\\w)(?:Formula|Unit|Conventions|Source): |$)")
                .matcher(all);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** All but the formula: what this member has for itself. */
    String particulars() {
        String rest = part("Formula")
                .map(formula -> all.replace("Formula: " + formula, ""))
                .orElse(all.equals(text) ? "" : all);
        return flat(rest) + (cases.isEmpty() ? "" : " " + String.join("; ", cases) + ".");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
