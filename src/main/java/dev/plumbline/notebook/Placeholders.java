package dev.plumbline.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code {{name}}} in a notebook's own words. */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z_$][\\w$]*)\\s*}}");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>#|&~!{}]");
    private static final Pattern LIST = Pattern.compile("^([-+=]|\\d+(?=[.)]))");

    private Placeholders() {}

    /** Every name, and where it stands first: in the header, in text cells and in alt texts. */
    static Map<String, Place> in(Notebook notebook) {
        Map<String, Place> names = new LinkedHashMap<>();
        for (int i = 0; i < notebook.lines().size(); i++) {
            String line = notebook.lines().get(i);
            Matcher matcher = NAME.matcher(line.startsWith("//") ? line : "");
            while (matcher.find()) {
                names.putIfAbsent(matcher.group(1), new Place(notebook.file(), i + 1, matcher.start() + 1));
            }
        }
        return names;
    }

    /** Plain text with the values filled in; an unknown value reads …. */
    static String fill(String text, Map<String, String> words) {
        return fill(text, words, UnaryOperator.identity());
    }

    /** Markdown with the values filled in as text: nothing in a value is markup. */
    static String fillMarkdown(String text, Map<String, String> words) {
        return fill(text, words, Placeholders::escaped);
    }

    private static String fill(String text, Map<String, String> words, UnaryOperator<String> form) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(form.apply(words.getOrDefault(found.group(1), "…"))));
    }

    private static String escaped(String value) {
        String line = value.strip().replaceAll("\\s*\\R\\s*", " ");
        String plain = MARKS.matcher(line).replaceAll("\\\\$0");
        // what would begin a list where the value begins a line
        Matcher list = LIST.matcher(plain);
        if (!list.find()) {
            return plain;
        }
        boolean number = Character.isDigit(plain.charAt(0));
        return number ? plain.substring(0, list.end()) + "\\" + plain.substring(list.end()) : "\\" + plain;
    }
}
