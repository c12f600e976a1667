package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Staging;
import java.util.List;
import java.util.Map;

/** What a reader of the figures should know of a file whose values are read. */
record SheetNotes(
        SourceFile file,
        List<String> header,
        CsvKind kind,
        Map<String, Integer> places,
        Staging staging,
        ImportOptions options,
        Rejections rejections) {

    /**
     * @param naive    whether times name no zone
     * @param repeated whether lines may have the keys of others
     */
    void say(boolean naive, boolean repeated) {
        List<String> unread = header.stream()
                .filter(name -> !name.isEmpty() && !places.containsValue(header.indexOf(name)))
                .toList();
        if (!unread.isEmpty()) {
            rejections.note(file.shown() + ": columns that are not read: " + String.join(", ", unread));
        }
        options.map().keySet().stream()
                .filter(column ->
                        kind.places(header, Map.of(column, options.map().get(column)))
                                        .equals(kind.places(header, Map.of()))
                                && !header.contains(column))
                .forEach(column ->
                        rejections.note(file.shown() + ": has no column \"" + column + "\", which is mapped"));
        if (repeated) {
            double lines = one("sources/csv/noted_" + kind.name(), "repeated");
            if (lines > 0) {
                rejections.note("%s: %.0f lines repeat the key of a later one: the last line of each is taken"
                        .formatted(file.shown(), lines));
            }
        }
        double poor = kind.name().equals("trades") ? one("sources/csv/poor_trades", "n") : 0;
        if (poor > 0) {
            rejections.note("%s: %.0f closed trades have neither a profit nor the prices to compute one"
                    .formatted(file.shown(), poor));
        }
        if (options.zone().isEmpty() && naive) {
            rejections.note(file.shown() + ": its times name no zone: UTC assumed; tell the bot's with --zone");
        }
    }

    private double one(String query, String column) {
        return staging.query(query).doubles(column)[0];
    }
}
