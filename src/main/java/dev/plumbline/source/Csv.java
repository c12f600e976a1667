package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables of trades or of equity that no other system claims, as CSV, JSON or Parquet; {@link CsvKind} knows the words of
 * their headers.
 *
 * <p>A P&L is net where its column says so, or where the row has a fee besides; a gross one (the column says so) has fee
 * and funding taken off where there are any. Without a P&L it is computed from prices and quantity.
 */
final class Csv implements SourceSystem {

    /** Files from this size on are worth the quick ways, which first look at every byte. */
    private static final long BIG = 4 << 20;

    private final long big;
    private final CsvScans scans = new CsvScans();

    Csv() {
        this(BIG);
    }

    /** @param big bytes from which on a file is read the quick way where it can be */
    Csv(long big) {
        this.big = big;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String reads() {
        return "CSV, JSON lines, JSON arrays and Parquet files of trades (symbol, side, entry and exit time, prices, quantity, pnl, fee …)"
                + " or equity (time, equity, flow)";
    }

    @Override
    public boolean recognises(FileHead file) {
        return switch (Sheet.Format.of(file.name())) {
            case DELIMITED ->
                CsvKind.of(CsvReader.fields(DecodedLines.first(file.bytes())), Map.of())
                        .isPresent();
            case JSON -> CsvKind.of(JsonSheet.keys(file.bytes()), Map.of()).isPresent();
            case PARQUET ->
                ParquetSheet.isParquet(file.bytes())
                        && CsvKind.of(ParquetSheet.names(file.path()), Map.of()).isPresent();
            case OTHER -> false;
        };
    }

    @Override
    public void ahead(FileHead file) throws IOException {
        if (Sheet.Format.of(file.name()) == Sheet.Format.DELIMITED && Files.size(file.path()) >= big) {
            scans.begin(file.path(), CsvReader.delimiter(DecodedLines.first(file.bytes())));
        }
    }

    /** {@inheritDoc} The place of such a file says nothing. */
    @Override
    public Optional<String> agent(Path folder) {
        return Optional.empty();
    }

    @Override
    public void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        for (SourceFile file : files) {
            try (Sheet sheet = Sheet.open(file, staging)) {
                Optional<CsvKind> kind = CsvKind.of(sheet.header(), options.map());
                if (kind.isPresent()) {
                    new SheetLoad(file, sheet, kind.get(), staging, options, rejections).run(big, scans);
                } else {
                    rejections.reject(
                            new Rejected(
                                    file.shown(),
                                    1,
                                    0,
                                    String.join(",", sheet.header()),
                                    "a header of trades (entry_time, exit_time, pnl …) or of equity (time, equity) was expected"));
                }
            } catch (IOException e) {
                rejections.reject(Rejected.file(file.shown(), "file cannot be read: " + e.getMessage()));
            }
        }
    }
}
