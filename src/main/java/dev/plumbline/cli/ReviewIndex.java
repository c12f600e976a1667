package dev.plumbline.cli;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.model.Scope;
import dev.plumbline.report.Block;
import dev.plumbline.report.Page;
import dev.plumbline.report.PageHtml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that lists the pages of several agents, the worst verdict first. */
final class ReviewIndex {

    private ReviewIndex() {}

    /** One agent's page. */
    record Entry(Scope scope, Optional<Check> check, Path page) {}

    static Path write(String review, List<Entry> entries) {
        Path folder = entries.get(0).page().toAbsolutePath().getParent();
        StringBuilder list = new StringBuilder();
        entries.stream().sorted(Comparator.comparing(ReviewIndex::verdict)).forEach(entry -> list.append("- ")
                .append(entry.check()
                        .map(c -> c.verdict().glyph() + " " + c.verdict().word())
                        .orElse("○ no verdict"))
                .append(": [")
                .append(entry.scope().toString().replaceAll("[\\[\\]\\\\`*_<>]", " "))
                .append("](")
                .append(entry.page().getFileName())
                .append(")\n"));
        Path file = folder.resolve(review + ".html");
        Page page = new Page(
                "PLUMBLINE",
                review.replace('-', ' '),
                entries.size() + " agents, a page each; nothing is pooled",
                List.of(new Block.Prose(list.toString())),
                Map.of(),
                Map.of());
        try {
            Files.writeString(file, PageHtml.write(page, PageHtml.Options.plain()));
        } catch (IOException e) {
            throw new UncheckedIOException("the index " + file + " could not be written", e);
        }
        return file;
    }

    private static Verdict verdict(Entry entry) {
        return entry.check().map(Check::verdict).orElse(Verdict.UNKNOWN);
    }
}
