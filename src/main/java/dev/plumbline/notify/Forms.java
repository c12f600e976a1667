package dev.plumbline.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A message in the forms that channels take. What does not fit is cut between lines, and how much is said. */
final class Forms {

    /** Telegram's limit is 4,096 after its markup is taken away; the rest is for the line that says what is missing. */
    private static final int TELEGRAM = 4_000;

    private static final int DISCORD = 1_900;
    private static final int SLACK = 30_000;
    private static final int MAIL = 1_000_000;

    private Forms() {}

    static String plain(Message message) {
        return write(message, MAIL, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** For the parse mode HTML. */
    static String telegram(Message message) {
        return write(message, TELEGRAM, title -> "<b>" + markup(title) + "</b>", Forms::markup);
    }

    /** Slack's markup; its three special characters make links and calls to everybody. */
    static String slack(Message message) {
        return write(message, SLACK, title -> "*" + markup(title.replace("*", "∗")) + "*", Forms::markup);
    }

    /** Discord's Markdown, with every mark taken literally. */
    static String discord(Message message) {
        return write(message, DISCORD, title -> "**" + marks(title) + "**", Forms::marks);
    }

    private static String write(Message message, int room, UnaryOperator<String> title, UnaryOperator<String> line) {
        StringBuilder text = new StringBuilder();
        int left = 0;
        int shown = 0;
        for (Part part : message.parts()) {
            List<String> lines = new ArrayList<>();
            lines.add((shown++ == 0 ? "" : "\n") + title.apply(part.title()));
            part.lines().forEach(one -> lines.add(line.apply(one)));
            for (String one : lines) {
                if (left > 0 || text.length() + one.length() + 1 > room) {
                    left++;
                } else {
                    text.append(one).append('\n');
                }
            }
        }
        if (left > 0) {
            text.append("… ").append(left).append(" more lines");
        }
        return text.toString().stripTrailing();
    }

    static String html(Message message) {
        StringBuilder text = new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\"></head>"
                + "<body style=\"font:15px/1.45 sans-serif;color:#1c1c1c;max-width:42em\">\n");
        boolean first = true;
        for (Part part : message.parts()) {
            text.append("<p style=\"margin:")
                    .append(first ? "0" : "1.1em")
                    .append(" 0 0\"><strong")
                    .append(first ? " style=\"font-size:1.2em\"" : "")
                    .append('>')
                    .append(markup(part.title()))
                    .append("</strong>");
            part.lines().forEach(line -> text.append("<br>\n").append(markup(line)));
            text.append("</p>\n");
            first = false;
        }
        return text.append("</body></html>\n").toString();
    }

    private static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String marks(String text) {
        return text.replaceAll("([\\\\*_~`|>#\\[\\]()@<])", "\\\\$1");
    }
}
