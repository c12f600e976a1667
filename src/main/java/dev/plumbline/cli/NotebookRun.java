package dev.plumbline.cli;

import dev.plumbline.baseline.Check;
import dev.plumbline.notebook.Notebook;
import dev.plumbline.notebook.NotebookPage;
import dev.plumbline.notebook.NotebookResult;
import dev.plumbline.notebook.Runner;
import dev.plumbline.report.Block;
import dev.plumbline.report.Page;
import dev.plumbline.report.PageHtml;
import dev.plumbline.report.PageJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One notebook run by a command: its page is always written, whatever became of the cells. */
final class NotebookRun {

    private final Path data;
    private final Path target;
    private final boolean plain;
    private final Map<String, String> made;
    private final PrintWriter err;

    /**
     * @param target where the page goes; its JSON stands beside it
     * @param plain  whether the page has no scripts
     * @param made   how the page was made
     */
    NotebookRun(Path data, Path target, boolean plain, Map<String, String> made, PrintWriter err) {
        this.data = data;
        this.target = target;
        this.plain = plain;
        this.made = made;
        this.err = err;
    }

    NotebookResult run(Path notebook, Runner runner) {
        NotebookResult result = prepared(runner).run(Notebook.parse(notebook));
        finish(result);
        return result;
    }

    /** The runner on the data folder, which writes the page when the process is ended. */
    Runner prepared(Runner runner) {
        System.setProperty("plumb.data", data.toString());
        return runner.onAbruptExit(result -> {
            finish(result);
            listed(ReportIndex.reports());
        });
    }

    /** Keeps the list of a folder's reports at what is there, this page among them. */
    void listed(Path reports) {
        ReportIndex.listed(target, reports);
    }

    Path target() {
        return target;
    }

    void finish(NotebookResult result) {
        result.failures().forEach(failure -> err.println(failure.toString()));
        write(result);
    }

    private void write(NotebookResult result) {
        Page page = NotebookPage.of(result, made);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            CompletableFuture<String> json = CompletableFuture.supplyAsync(() -> PageJson.write(page));
            replace(target, PageHtml.write(page, plain ? PageHtml.Options.plain() : PageHtml.Options.interactive()));
            replace(json(target), json.join());
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + target + " could not be written", e);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path json(Path html) {
        return html.resolveSibling(html.getFileName().toString().replaceFirst("\\.html$", "") + ".json");
    }

    /** The check whose verdict the notebook shows, where it shows one. */
    static Optional<Check> check(NotebookResult result) {
        List<Block> blocks = result.cells().stream()
                .flatMap(cell -> cell.shown().stream())
                .flatMap(shown -> shown.blocks().stream())
                .toList();
        return blocks.stream()
                .flatMap(block -> block instanceof Block.VerdictBox box
                        ? Optional.of(box.check()).stream()
                        : Optional.<Check>empty().stream())
                .findFirst();
    }
}
