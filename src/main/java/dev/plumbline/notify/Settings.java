package dev.plumbline.notify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code notify.yaml} of the data folder says.
 *
 * @param link where the pages can be seen; empty where they are not published
 */
public record Settings(Routing routing, Optional<String> link, List<Channel> channels) {

    public Settings {
        channels = List.copyOf(channels);
    }

    /** Where the settings of a data folder are. */
    public static Path file(Path data) {
        return data.resolve("notify.yaml");
    }

    /**
     * The settings of a data folder.
     *
     * @throws IllegalArgumentException where there are none, or they cannot be understood: one line with file and line
     */
    public static Settings read(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    file + ": there is no such file: copy data/notify.example.yaml there and adapt it");
        }
        return SettingsFile.read(file);
    }

    /** The environment variables that are needed. */
    public List<String> variables() {
        return channels.stream()
                .flatMap(channel -> channel.variables().stream())
                .distinct()
                .toList();
    }
}
