package dev.plumbline.notebook;

import dev.plumbline.report.Block;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collections of records, and maps, as tables. */
final class RecordRows {

    private RecordRows() {}

    /** One record a row, one component a column; empty when these are not records of one class. */
    static Optional<Block> of(Collection<?> values) {
        return type(values).map(type -> {
            Grid grid = new Grid(names(type));
            values.forEach(value -> grid.add(components((Record) value)));
            return grid.block("");
        });
    }

    /** One entry a row; a record's components are the columns beside its key. */
    static Block of(Map<?, ?> map) {
        Optional<Class<?>> type = type(map.values());
        List<String> names = new ArrayList<>(List.of("key"));
        names.addAll(type.map(RecordRows::names).orElse(List.of("value")));
        Grid grid = new Grid(names);
        map.forEach((key, value) -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(key);
            if (type.isPresent()) {
                row.addAll(components((Record) value));
            } else {
                row.add(value);
            }
            grid.add(row);
        });
        return grid.block("");
    }

    private static Optional<Class<?>> type(Collection<?> values) {
        List<? extends Class<?>> types = values.stream()
                .map(value -> value == null ? Void.class : value.getClass())
                .distinct()
                .limit(2)
                .toList();
        return types.size() == 1 && types.get(0).isRecord() ? Optional.of(types.get(0)) : Optional.empty();
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<@Nullable Object> components(Record value) {
        List<@Nullable Object> row = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                row.add(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "cannot read " + component.getName() + " of "
                                + value.getClass().getSimpleName(),
                        e);
            }
        }
        return row;
    }
}
