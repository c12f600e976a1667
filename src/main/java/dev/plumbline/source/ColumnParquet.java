package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Parquet file as columns, read by DuckDB; the number of a row stands for its line. */
final class ColumnParquet implements ColumnFormat {

    private final Path path;
    private final String shown;
    private final List<String> header;
    private final List<List<String>> sample;

    private ColumnParquet(Path path, String shown, List<String> header, List<List<String>> sample) {
        this.path = path;
        this.shown = shown;
        this.header = header;
        this.sample = sample;
    }

    static ColumnParquet open(Path path, String shown) throws IOException {
        List<String> header = ParquetSheet.names(path);
        if (header.isEmpty()) {
            throw new IllegalArgumentException(shown + ": no Parquet file that can be read");
        }
        List<List<String>> sample = new ArrayList<>();
        List<Integer> all = IntStream.range(0, header.size()).boxed().toList();
        rows(path, header, all, ColumnFile.SAMPLE, row -> {
            List<String> texts = new ArrayList<>();
            for (int i = 1; i <= all.size(); i++) {
                String text = row.getString(i);
                texts.add(text == null ? "" : text);
            }
            sample.add(texts);
        });
        return new ColumnParquet(path, shown, header, sample);
    }

    @FunctionalInterface
    private interface Row {

        void take(ResultSet row) throws SQLException;
    }

    private static void rows(Path path, List<String> header, List<Integer> places, long most, Row each)
            throws IOException {
        String wanted = places.stream()
                .map(place -> "CAST(" + DuckDb.identifier(header.get(place)) + " AS VARCHAR)")
                .collect(Collectors.joining(", "));
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + wanted + " FROM read_parquet("
                        + DuckDb.literal(path.toAbsolutePath().toString()) + ") LIMIT " + most)) {
            while (rows.next()) {
                each.take(rows);
            }
        } catch (SQLException e) {
            throw new IOException(new QueryFailed("reading Parquet", e).getMessage(), e);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<List<String>> sample() {
        return sample;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public Columns read(List<Field> fields, boolean commas, ZoneId zone) throws IOException {
        ColumnBlock block = new ColumnBlock(shown, fields, commas, zone, 1_024);
        List<Field> placed = IntStream.range(0, fields.size())
                .mapToObj(i -> new Field(
                        fields.get(i).name(),
                        i,
                        fields.get(i).type(),
                        fields.get(i).required()))
                .toList();
        TextRow text = new TextRow(placed);
        long[] line = {0};
        rows(
                path,
                header,
                fields.stream().map(Field::place).toList(),
                Long.MAX_VALUE,
                row -> text.add(block, ++line[0], place -> string(row, place)));
        return Columns.of(fields, List.of(block), List.of(0L));
    }

    private static String string(ResultSet row, int place) {
        try {
            String text = row.getString(place + 1);
            return text == null ? "" : text;
        } catch (SQLException e) {
            throw new QueryFailed("reading Parquet", e);
        }
    }
}
