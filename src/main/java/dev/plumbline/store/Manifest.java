package dev.plumbline.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which Parquet parts make up one generation of the store.
 *
 * @param generation from 1; 0 is the empty store
 * @param schema     fingerprint of the canonical tables that the parts were written with
 * @param folder     the store's folder, not written to the file
 */
record Manifest(
        long generation,
        String schema,
        List<Part> parts,
        @JsonIgnore Path folder) {

    /**
     * One immutable file.
     *
     * @param month such as 2026-11; {@code all} for the store's books
     * @param path  relative to the store's folder
     * @param constants columns that the file leaves out, with what every row says in them
     */
    record Part(
            String table,
            String month,
            String path,
            long rows,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            Map<String, @Nullable String> constants) {

        Part {
            constants = constants == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(constants));
        }

        @Override
        public Map<String, @Nullable String> constants() {
            return constants == null ? Map.of() : constants;
        }
    }

    /** What the file holds. */
    private record Content(long generation, String schema, List<Part> parts) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The store before anything was published. */
    static Manifest empty(Path folder) {
        return new Manifest(0, "", List.of(), folder);
    }

    Manifest {
        parts = List.copyOf(parts);
    }

    /** The published generation, or an empty one. */
    static Manifest current(Path folder) {
        Path current = folder.resolve("CURRENT");
        if (!Files.isRegularFile(current)) {
            return empty(folder);
        }
        try {
            return read(folder, Files.readString(current).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the store's " + current + " cannot be read", e);
        }
    }

    static Manifest read(Path folder, String name) throws IOException {
        Content content = JSON.readValue(folder.resolve(name).toFile(), Content.class);
        return new Manifest(content.generation(), content.schema(), content.parts(), folder);
    }

    String fileName() {
        return "manifest-" + generation + ".json";
    }

    byte[] bytes() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(generation, schema, parts));
    }

    List<Part> parts(String table) {
        return parts.stream().filter(part -> part.table().equals(table)).toList();
    }

    List<Path> files(String table) {
        return parts(table).stream().map(part -> folder.resolve(part.path())).toList();
    }

    /** The files of a table by the columns that they leave out. */
    Map<Map<String, @Nullable String>, List<Path>> filesByConstants(String table) {
        return parts(table).stream()
                .collect(Collectors.groupingBy(
                        Part::constants,
                        LinkedHashMap::new,
                        Collectors.mapping(part -> folder.resolve(part.path()), Collectors.toList())));
    }

    /** The names and types of all canonical columns: parts written under another are read by column name. */
    static String fingerprint(Schema schema) {
        List<String> columns = new ArrayList<>();
        schema.all().forEach(table -> table.columns()
                .forEach(column -> columns.add(table.name() + "." + column.name() + " " + column.type())));
        return Integer.toHexString(columns.stream().sorted().toList().hashCode());
    }
}
