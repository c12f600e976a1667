package dev.plumbline.report;

import java.util.List;
import java.util.Map;

/**
 * A page: equal pages give equal bytes, but for the run block.
 *
 * @param over  the small line above the title, such as {@code PLUMBLINE · WEEKLY REVIEW}
 * @param title the one h1
 * @param scope whose figures these are, the environment named
 * @param made  how the page was made: command, inputs, definitions, versions
 * @param run   when and how long; the only part that differs between two runs on equal input
 */
public record Page(
        String over,
        String title,
        String scope,
        List<Block> blocks,
        Map<String, String> made,
        Map<String, String> run) {

    public Page {
        blocks = List.copyOf(blocks);
    }
}
