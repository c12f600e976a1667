package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the bytes of an answer are. */
final class HttpContent {

    private static final int LOOK = 256;

    private HttpContent() {}

    /** Whether it begins as JSON does. */
    static boolean isJson(byte[] bytes) {
        String text = beginning(bytes);
        return text.startsWith("{") || text.startsWith("[");
    }

    /** Why an answer is not kept; empty where it is. */
    static Optional<String> fault(byte[] bytes, boolean json) {
        if (beginning(bytes).startsWith("<")) {
            return Optional.of("found a web page, expected JSON: is this the bot's port, and not its dashboard's?");
        }
        return json ? jsonFault(bytes) : Optional.empty();
    }

    private static Optional<String> jsonFault(byte[] bytes) {
        try (JsonParser parser = JsonFile.JSON.createParser(bytes)) {
            long tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            return tokens > 0 ? Optional.empty() : Optional.of("the answer is empty, expected JSON");
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return Optional.of("the answer is no whole JSON (it breaks at column " + column + "): left out");
        } catch (IOException e) {
            return Optional.of("the answer cannot be read: " + e.getMessage());
        }
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.UTF_8).strip();
    }
}
