package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What the first bytes of a JSON file give away.
 *
 * @param array whether it is an array
 * @param keys  of the object, or of the array's first object, as far as the bytes go
 */
record JsonHead(boolean array, Set<String> keys) {

    JsonHead {
        keys = Set.copyOf(keys);
    }

    static JsonHead of(byte[] head) {
        Set<String> keys = new HashSet<>();
        boolean array = false;
        try (JsonParser parser = JsonFile.JSON.createParser(head)) {
            JsonToken first = parser.nextToken();
            array = first == JsonToken.START_ARRAY;
            if (array) {
                parser.nextToken();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            // the bytes end before the JSON does, or it is none: what was seen until here counts
            return new JsonHead(array, keys);
        }
        return new JsonHead(array, keys);
    }

    boolean hasAny(Set<String> names) {
        return keys.stream().anyMatch(names::contains);
    }
}
