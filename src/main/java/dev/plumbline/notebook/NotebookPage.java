package dev.plumbline.notebook;

import dev.plumbline.chart.PlainText;
import dev.plumbline.report.Block;
import dev.plumbline.report.Page;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An executed notebook as a page; there is one for every result, a failed one too. */
public final class NotebookPage {

    private static final Pattern TITLE = Pattern.compile("\\A\\s*# +(.+?) *(?:\\R|\\z)");

    private final NotebookResult result;

    private NotebookPage(NotebookResult result) {
        this.result = result;
    }

    /**
     * Failures first, then the cells in order. The title is the {@code # heading} that the first text cell begins with,
     * else the header's {@code title}; {@code over} and {@code scope} are the header's too.
     *
     * @param made what the caller knows of how the page was made: command, inputs, versions
     */
    public static Page of(NotebookResult result, Map<String, String> made) {
        return new NotebookPage(result).page(made);
    }

    private Page page(Map<String, String> made) {
        Optional<Cell> first = result.notebook().cells().stream()
                .filter(c -> c.kind() == Cell.Kind.MARKDOWN)
                .findFirst();
        Optional<String> heading = first.map(Cell::source)
                .map(TITLE::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1));
        List<Block> blocks = new ArrayList<>();
        result.failures().forEach(failure -> blocks.add(block(failure)));
        for (CellResult cell : result.cells()) {
            boolean titled =
                    heading.isPresent() && first.filter(cell.cell()::equals).isPresent();
            blocks.addAll(titled ? text(TITLE.matcher(cell.cell().source()).replaceFirst("")) : cell(cell));
        }
        skipped().ifPresent(blocks::add);
        Map<String, String> header = result.notebook().header();
        return new Page(
                fill(header.getOrDefault("over", "PLUMBLINE · NOTEBOOK")),
                fill(heading.orElse(result.notebook().title())),
                fill(header.getOrDefault("scope", "")),
                blocks,
                made(made),
                run());
    }

    private List<Block> cell(CellResult done) {
        return switch (done.cell().kind()) {
            case RAW -> List.of();
            case MARKDOWN -> text(done.cell().source());
            case CODE -> done.state() == CellResult.State.NOT_RUN ? List.of() : code(done);
        };
    }

    private List<Block> text(String markdown) {
        return MarkdownBlocks.of(Placeholders.fillMarkdown(markdown, result.words()));
    }

    private List<Block> code(CellResult done) {
        Cell cell = done.cell();
        boolean failed = done.failure().isPresent();
        List<Block> blocks = new ArrayList<>();
        if (!cell.title().isEmpty() && (!cell.hides("all") || failed)) {
            blocks.add(new Block.Heading(2, fill(cell.title())));
        }
        if (!cell.source().isBlank() && (!cell.hides("code") || failed)) {
            blocks.add(new Block.Code(cell.title(), cell.source().strip()));
        }
        if (!cell.hides("output") || failed) {
            if (!done.printed().isBlank()) {
                blocks.add(new Block.Printed(done.printed().stripTrailing()));
            }
            done.shown().forEach(shown -> shown.blocks().forEach(block -> blocks.add(described(block, cell))));
        }
        done.notes().forEach(note -> blocks.add(new Block.Printed(note)));
        done.failure().ifPresent(f -> blocks.add(new Block.Failure(f.place().toString(), f.message(), "")));
        return blocks;
    }

    /** The cell's alt text, for the pictures it shows. */
    private Block described(Block block, Cell cell) {
        if (cell.alt().isEmpty()) {
            return block;
        }
        String alt = fill(cell.alt().get());
        if (block instanceof Block.Figure figure) {
            return new Block.Figure(figure.chart().withAlt(alt));
        }
        if (block instanceof Block.Html html && html.trusted().startsWith(JFreePicture.BEGINS)) {
            return new Block.Html(
                    JFreePicture.BEGINS + " role=\"img\" aria-label=\"" + attribute(PlainText.line(alt, 600)) + "\""
                            + html.trusted().substring(JFreePicture.BEGINS.length()));
        }
        return block;
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private Optional<Block> skipped() {
        long n = result.cells().stream()
                .filter(cell -> cell.cell().isCode() && cell.state() == CellResult.State.NOT_RUN)
                .count();
        return n == 0
                ? Optional.empty()
                : Optional.of(new Block.Prose("*" + n + (n == 1 ? " cell was" : " cells were") + " not run.*"));
    }

    private Map<String, String> made(Map<String, String> made) {
        Map<String, String> entries = new LinkedHashMap<>(made);
        result.parameters().forEach((name, value) -> entries.put("parameter " + name, value));
        return entries;
    }

    private Map<String, String> run() {
        Map<String, String> run = new LinkedHashMap<>();
        run.put("started", result.started().truncatedTo(ChronoUnit.SECONDS).toString());
        run.put("took", String.format(Locale.ROOT, "%.1f s", result.time().toMillis() / 1_000.0));
        return run;
    }

    private String fill(String text) {
        return Placeholders.fill(text, result.words());
    }

    private static Block block(Failure failure) {
        return new Block.Failure(failure.place().toString(), failure.message(), failure.detail());
    }
}
