package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.QueryFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Parquet file; the number of a row stands for its line. Columns that hold lists or structures are text. */
final class ParquetSheet implements Sheet {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final Path path;
    private final List<String> header;

    private ParquetSheet(Path path, List<String> header) {
        this.path = path;
        this.header = header;
    }

    static boolean isParquet(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(head, MAGIC.length), MAGIC);
    }

    static ParquetSheet open(Path path, Connection connection) throws IOException {
        try {
            return new ParquetSheet(path, names(path, connection));
        } catch (SQLException e) {
            throw new IOException(new QueryFailed("reading its columns", e).getMessage(), e);
        }
    }

    /** The columns of a file, read with a database of its own. */
    static List<String> names(Path path) {
        try (Connection connection = DuckDb.open()) {
            return names(path, connection);
        } catch (SQLException | QueryFailed e) {
            return List.of();
        }
    }

    private static List<String> names(Path path, Connection connection) throws SQLException {
        try (PreparedStatement describe =
                connection.prepareStatement("SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet("
                        + DuckDb.literal(path.toString()) + "))")) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = describe.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void copy(Target target) throws IOException {
        String wanted = target.places().entrySet().stream()
                .map((Map.Entry<String, Integer> place) ->
                        ", raw.word(CAST(" + DuckDb.identifier(header.get(place.getValue())) + " AS VARCHAR)) AS "
                                + DuckDb.identifier(place.getKey()))
                .collect(Collectors.joining());
        try {
            DuckDb.execute(
                    target.staging().connection(),
                    "reading " + target.file().shown(),
                    "INSERT INTO raw.csv_lines BY NAME SELECT file_row_number + 1 AS line" + wanted
                            + " FROM read_parquet(" + DuckDb.literal(path.toString()) + ", file_row_number=true) LIMIT "
                            + target.limit());
        } catch (QueryFailed e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {}
}
