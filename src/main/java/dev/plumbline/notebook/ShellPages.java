package dev.plumbline.notebook;

import dev.plumbline.chart.Chart;
import dev.plumbline.chart.PlainText;
import dev.plumbline.report.Block;
import dev.plumbline.report.Page;
import dev.plumbline.report.PageHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of the pictures that the shell was asked for, in a folder of the system's temporary files. */
final class ShellPages {

    private Optional<Path> folder = Optional.empty();
    private int n;

    /** Where a value with a picture can be looked at; empty for one without, or when no file can be written. */
    Optional<Path> page(Object value) {
        List<Block> blocks = Rendering.of(value, "shell");
        boolean picture = blocks.stream().anyMatch(b -> b instanceof Block.Figure || b instanceof Block.Html);
        if (!picture) {
            return Optional.empty();
        }
        try {
            if (folder.isEmpty()) {
                folder = Optional.of(Files.createTempDirectory("plumbline-"));
            }
            Path file = folder.get().resolve("picture-" + ++n + ".html");
            Page page = new Page("PLUMBLINE · SHELL", title(value), "", blocks, Map.of(), Map.of());
            return Optional.of(Files.writeString(file, PageHtml.write(page, PageHtml.Options.interactive())));
        } catch (IOException e) {
            // the picture in blocks stays
            return Optional.empty();
        }
    }

    private static String title(Object value) {
        return value instanceof Chart chart && !chart.title().isEmpty()
                ? PlainText.line(chart.title(), 100)
                : "Picture";
    }
}
