package dev.plumbline.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file that is written piece by piece, and counted when it is closed. */
final class TextFile implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final Path path;
    private final Output output;
    private final OutputStream stream;
    private final StringBuilder text = new StringBuilder(PIECE + 4_096);

    private TextFile(Path path, Output output, OutputStream stream) {
        this.path = path;
        this.output = output;
        this.stream = stream;
    }

    /** @throws UncheckedIOException when the file cannot be made */
    static TextFile create(Path path, Output output) {
        try {
            return new TextFile(path, output, Files.newOutputStream(path));
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Where the next characters go. */
    StringBuilder text() {
        if (text.length() > PIECE) {
            flush();
        }
        return text;
    }

    private void flush() {
        try {
            stream.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(path, e);
        }
        text.setLength(0);
    }

    @Override
    public void close() {
        flush();
        try {
            stream.close();
        } catch (IOException e) {
            throw failed(path, e);
        }
        output.written(path);
    }

    private static UncheckedIOException failed(Path path, IOException cause) {
        return new UncheckedIOException(path + ": cannot be written", cause);
    }
}
