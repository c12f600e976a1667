package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;

/**
 * A file with a table in it, of which some columns are wanted: CSV, JSON objects, Parquet, told apart by their first bytes;
 * packed with gzip or not; standard input too. No store is needed.
 */
public final class ColumnFile implements AutoCloseable {

    /** Rows that are looked at before the file is read. */
    static final int SAMPLE = 500;

    private final ColumnInput input;
    private final ColumnFormat format;

    private ColumnFile(ColumnInput input, ColumnFormat format) {
        this.input = input;
        this.format = format;
    }

    /**
     * @param file   as the user named it; {@code -} for standard input
     * @param hashed whether {@link #sha256} will be asked for
     * @throws IllegalArgumentException where it cannot be read, or has no header
     */
    public static ColumnFile open(String file, InputStream standard, boolean hashed) {
        ColumnInput input = ColumnInput.open(file, standard, hashed);
        try {
            byte[] head;
            try (InputStream in = Files.newInputStream(input.path())) {
                head = in.readNBytes(4096);
            }
            ColumnFormat format = ParquetSheet.isParquet(head)
                    ? ColumnParquet.open(input.path(), input.shown())
                    : isJson(head)
                            ? ColumnJson.open(input.path(), input.shown())
                            : ColumnCsv.open(input.path(), input.shown());
            if (format.header().isEmpty()) {
                throw new IllegalArgumentException(input.shown() + (head.length == 0 ? ": is empty" : ": has no header")
                        + "; a table with a time column was expected");
            }
            return new ColumnFile(input, format);
        } catch (IOException e) {
            throw new IllegalArgumentException(input.shown() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isJson(byte[] head) {
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }

    /** The file as the user named it. */
    public String name() {
        return input.shown();
    }

    /** SHA-256 of its bytes as they came, in hexadecimal; empty where nobody was to ask. */
    public String sha256() {
        return input.hash();
    }

    /** The names of the columns as they are written. */
    public List<String> header() {
        return format.header();
    }

    /** Its first rows as text, each as long as the header. */
    public List<List<String>> sample() {
        return format.sample();
    }

    /** What a reader of the figures should know of how the file is written; after {@link #read}. */
    public List<String> notes() {
        return format.notes();
    }

    /**
     * The wanted columns of all rows.
     *
     * @param commas whether commas separate decimals
     * @param zone   whose days are meant by dates
     */
    public Columns read(List<Field> fields, boolean commas, ZoneId zone) {
        try {
            return format.read(fields, commas, zone);
        } catch (IOException e) {
            throw new IllegalArgumentException(input.shown() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new IllegalStateException("a temporary copy of " + input.shown() + " cannot be removed", e);
        }
    }
}
