package dev.plumbline.notebook;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the shell remembers from one time to the next, its history above all, in a file of the user's. The JDK's
 * preferences would do too, but load an XML parser at every start.
 */
record ShellMemory(Path file) {

    /** Where the system keeps such things: {@code XDG_STATE_HOME}, or {@code ~/.local/state}. */
    static ShellMemory ofUser() {
        Path folder = Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"));
        return new ShellMemory(folder.resolve("plumbline").resolve("shell.properties"));
    }

    /** Nothing where there is no memory yet, or none that can be read. */
    Map<String, String> recall() {
        Map<String, String> memory = new HashMap<>();
        if (Files.isReadable(file)) {
            Properties kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
                kept.stringPropertyNames().forEach(name -> memory.put(name, kept.getProperty(name)));
            } catch (IOException | IllegalArgumentException e) {
                // a shell without history is better than none
                memory.clear();
            }
        }
        return memory;
    }

    /** Does nothing where nothing can be written. */
    void keep(Map<String, String> memory) {
        Properties kept = new Properties();
        kept.putAll(memory);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "shell", ".new");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                kept.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // the same
        }
    }
}
