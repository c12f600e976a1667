package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an installed Chromium; skipped where there is none. */
final class PdfTest {

    @TempDir
    private Path folder;

    @Test
    void the_printed_page_is_named_as_the_page_was_and_replaces_what_was_there() throws IOException {
        assumeTrue(Pdf.browser().isPresent(), "no Chromium on this machine");
        Path page = Files.writeString(folder.resolve("week.html"), "<!doctype html><title>x</title><p>hello");
        Files.writeString(folder.resolve("week.pdf"), "last week's");
        Path relative = Path.of("").toAbsolutePath().relativize(page);
        Path pdf = Pdf.print(relative);
        assertThat(pdf).isEqualTo(relative.resolveSibling("week.pdf"));
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }
}
