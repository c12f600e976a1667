package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.model.EditDistance;
import dev.plumbline.store.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code data/sources.yaml}: below the key {@code sources} a list of what to import, each entry a map with a {@code path} and what only the operator
 * knows about it.
 */
public final class SourcesFile {

    private static final String EXPECTED =
            "\"sources:\" and a list of entries below it, each beginning with \"- path:\", was expected";

    private static final List<String> KEYS = List.of(
            "path",
            "system",
            "agent",
            "account",
            "exchange",
            "environment",
            "zone",
            "capital",
            "stake",
            "fee_rate",
            "max_age",
            "map");
    private static final List<String> ENVIRONMENTS = List.of("live", "paper", "testnet", "backtest", "unknown");
    private static final Pattern AGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([smhd]?)");

    private final Path file;
    private final JsonParser parser;

    private SourcesFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The entries in their order; a relative path is taken from the folder of the file.
     *
     * @throws IllegalArgumentException where an entry cannot be understood: one line with file and line
     */
    public static List<ImportRequest> read(Path file) {
        try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
            return new SourcesFile(file, parser).entries();
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new IllegalArgumentException(
                    file + (location == null ? "" : ":" + location.getLineNr()) + ": YAML was expected: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private List<ImportRequest> entries() throws IOException {
        List<ImportRequest> entries = new ArrayList<>();
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return entries;
        }
        if (first != JsonToken.START_OBJECT) {
            throw wrong(EXPECTED);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!key.equals("sources") && !key.equals("targets")) {
                throw wrong("there is no key \"" + key + "\": " + EXPECTED + ", and \"targets:\" may stand beside it");
            }
            JsonToken list = parser.nextToken();
            if (key.equals("targets")) {
                parser.skipChildren(); // read where targets are asked for
            } else if (list != JsonToken.START_ARRAY) {
                throw wrong(EXPECTED);
            } else {
                list(entries);
            }
        }
        return entries;
    }

    private void list(List<ImportRequest> entries) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw wrong("an entry such as \"- path: logs/decisions\" was expected");
            }
            entries.add(entry());
        }
    }

    private ImportRequest entry() throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        Map<String, String> texts = new TreeMap<>();
        Map<String, Double> numbers = new TreeMap<>();
        Optional<ZoneId> zone = Optional.empty();
        Map<String, String> columns = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (!KEYS.contains(key)) {
                throw wrong("there is no key \"" + key + "\": did you mean \""
                        + EditDistance.nearest(key, KEYS, 1).get(0) + "\"? One of " + String.join(", ", KEYS)
                        + " was expected");
            }
            if (key.equals("map")) {
                columns.putAll(columns());
                continue;
            }
            if (!parser.nextToken().isScalarValue() || parser.getText().isBlank()) {
                throw wrong(key + " has no value: one text or number was expected");
            }
            String value = parser.getText().strip();
            switch (key) {
                case "zone" -> zone = Optional.of(zone(value));
                case "capital", "stake", "fee_rate" -> numbers.put(key, number(key, value));
                case "max_age" -> numbers.put(key, seconds(value));
                default -> texts.put(key, checked(key, value));
            }
        }
        String path = texts.get("path");
        if (path == null) {
            throw new IllegalArgumentException(
                    file + ":" + line + ": this entry has no path: a file, folder or URL was expected");
        }
        ImportOptions told = new ImportOptions(
                "",
                Optional.ofNullable(texts.get("agent")),
                Optional.ofNullable(texts.get("account")),
                Optional.ofNullable(texts.get("exchange")),
                Optional.ofNullable(texts.get("environment")),
                zone,
                optional(numbers.get("stake")),
                optional(numbers.get("capital")),
                optional(numbers.get("fee_rate")),
                optional(numbers.get("max_age")));
        Optional<String> system = Optional.ofNullable(texts.get("system"));
        return new ImportRequest(
                List.of(resolved(path)),
                columns.isEmpty() ? system : system.or(() -> Optional.of("csv")),
                told.withMap(columns));
    }

    /** A map of columns, as a file's header has them, to fields. */
    private Map<String, String> columns() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw wrong("map is no map: columns and their fields, such as \"Realised: pnl\", were expected");
        }
        Map<String, String> columns = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            if (!parser.nextToken().isScalarValue()) {
                throw wrong("map has no field for \"" + column + "\": one such as pnl was expected");
            }
            columns.put(column, parser.getText().strip());
            try {
                CsvKind.check(Map.of(column, parser.getText().strip()));
            } catch (IllegalArgumentException e) {
                throw wrong("map: " + e.getMessage());
            }
        }
        return columns;
    }

    private String resolved(String path) {
        if (path.startsWith("sqlite:") && !path.startsWith("sqlite://")) {
            return resolved(path.substring("sqlite:".length()));
        }
        if (Captures.isUrl(path)) {
            return path;
        }
        return file.resolveSibling(atHome(path)).normalize().toString();
    }

    /** {@code ~/bot} as a shell reads it: nobody expands it in a file. */
    private static String atHome(String path) {
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }

    private String checked(String key, String value) {
        List<String> allowed = key.equals("system")
                ? Sources.installed().all().stream().map(SourceSystem::name).toList()
                : key.equals("environment") ? ENVIRONMENTS : List.of(value);
        if (!allowed.contains(value)) {
            throw wrong("%s is \"%s\": one of %s was expected".formatted(key, value, String.join(", ", allowed)));
        }
        return value;
    }

    private double number(String key, String value) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number) && number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("%s is \"%s\": a number was expected".formatted(key, value));
        }
        throw wrong("%s is \"%s\": a number not below 0 was expected".formatted(key, value));
    }

    private double seconds(String value) {
        Matcher age = AGE.matcher(value.toLowerCase(Locale.ROOT));
        if (!age.matches()) {
            throw wrong("max_age is \"" + value + "\": seconds, or a length such as 30m, 2h or 1d, was expected");
        }
        int unit =
                switch (age.group(2)) {
                    case "m" -> 60;
                    case "h" -> 3_600;
                    case "d" -> 86_400;
                    default -> 1;
                };
        return Double.parseDouble(age.group(1)) * unit;
    }

    private ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw wrong("zone is \"" + value + "\": a zone such as Europe/Berlin or +08:00 was expected");
        }
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(
                file + ":" + parser.currentTokenLocation().getLineNr() + ": " + reason);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
