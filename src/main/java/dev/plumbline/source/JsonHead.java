package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What the first bytes of a JSON file give away.
 *
 * @param keys of the object, or of the array's first object, as far as the bytes go
 */
record JsonHead(Set<String> keys) {

    JsonHead {
        keys = Set.copyOf(keys);
    }

    static JsonHead of(byte[] head) {
        Set<String> keys = new HashSet<>();
        try (JsonParser parser = JsonFile.JSON.createParser(head)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                parser.nextToken();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            // the bytes end before the JSON does, or it is none: what was seen until here counts
            return new JsonHead(keys);
        }
        return new JsonHead(keys);
    }
}
