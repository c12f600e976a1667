package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A row whose fields are strings already, on its way into a block. */
final class TextRow {

    private final List<Field> fields;
    private final int[] from;
    private final int[] to;
    private byte[] text = new byte[256];

    TextRow(List<Field> fields) {
        this.fields = fields;
        this.from = new int[fields.size()];
        this.to = new int[fields.size()];
    }

    /** @param value of a place in the row; null where there is none */
    void add(ColumnBlock block, long line, IntFunction<@Nullable String> value) {
        int end = 0;
        for (int i = 0; i < from.length; i++) {
            String field = value.apply(fields.get(i).place());
            byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            if (end + bytes.length > text.length) {
                text = Arrays.copyOf(text, 2 * (end + bytes.length));
            }
            System.arraycopy(bytes, 0, text, end, bytes.length);
            from[i] = end;
            end += bytes.length;
            to[i] = end;
        }
        block.add(line, text, from, to);
    }
}
