package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown as prose and headings: {@code #} and {@code ##} become headings that the contents list links to. */
final class MarkdownBlocks {

    private static final Pattern HEADING = Pattern.compile("^#{1,2} +(.+?)(?: +#+)? *$");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```|~~~).*$");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");

    private MarkdownBlocks() {}

    static List<Block> of(String markdown) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            code ^= FENCE.matcher(line).matches();
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                flush(prose, blocks);
                blocks.add(new Block.Heading(2, plain(heading.group(1))));
            } else {
                prose.append(line).append('\n');
            }
        }
        flush(prose, blocks);
        return blocks;
    }

    /** A heading is text: escapes made for markdown are taken back. */
    static String plain(String markdown) {
        return ESCAPE.matcher(markdown).replaceAll("$1");
    }

    private static void flush(StringBuilder prose, List<Block> blocks) {
        String text = prose.toString().strip();
        if (!text.isEmpty()) {
            blocks.add(new Block.Prose(text));
        }
        prose.setLength(0);
    }
}
