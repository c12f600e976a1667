package dev.plumbline.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** JSON objects, one a line or in an array, as columns; {@link JsonSheet} reads them. */
final class ColumnJson implements ColumnFormat {

    private final JsonSheet sheet;
    private final String shown;
    private final List<String> header;
    private final List<List<String>> sample;

    private ColumnJson(JsonSheet sheet, String shown, List<String> header, List<List<String>> sample) {
        this.sheet = sheet;
        this.shown = shown;
        this.header = header;
        this.sample = sample;
    }

    static ColumnJson open(Path path, String shown) throws IOException {
        JsonSheet sheet = JsonSheet.open(path);
        List<String> header = sheet.header();
        List<List<String>> sample = new ArrayList<>();
        sheet.read(
                (line, fields) -> {
                    sample.add(header.stream()
                            .map(key -> fields.getOrDefault(key, ""))
                            .toList());
                    return sample.size() < ColumnFile.SAMPLE;
                },
                (line, column, found, reason) -> {});
        return new ColumnJson(sheet, shown, header, sample);
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
        TextRow text = new TextRow(fields);
        sheet.read(
                (line, values) -> {
                    text.add(block, line, place -> values.get(header.get(place)));
                    return true;
                },
                (line, column, found, reason) -> block.unfit(line, found, reason));
        return Columns.of(fields, List.of(block), List.of(0L));
    }
}
