package dev.plumbline.source;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** One way to write a table into a file. */
sealed interface ColumnFormat permits ColumnCsv, ColumnJson, ColumnParquet {

    /** The names of the columns; none where there is nothing to read. */
    List<String> header();

    /** The first rows as text. */
    List<List<String>> sample();

    Columns read(List<Field> fields, boolean commas, ZoneId zone) throws IOException;

    /** What a reader of the figures should know of how the file is written. */
    List<String> notes();
}
