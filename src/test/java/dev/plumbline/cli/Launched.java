package dev.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a process said and how it ended. */
record Launched(int code, String out, String err) {

    /** The checkout, whose {@code target/app} is built. */
    static final Path HOME =
            Path.of(System.getenv().getOrDefault("PLUMB_HOME", "")).toAbsolutePath();

    /** The launcher with arguments, its standard input empty. */
    static Launched plumb(Map<String, String> environment, String... args) {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("plumb").toString()));
        command.addAll(List.of(args));
        return run(environment, HOME, "", command);
    }

    static Launched run(Map<String, String> environment, Path folder, String typed, List<String> command) {
        try {
            Path out = Files.createTempFile("launched", ".out");
            Path err = Files.createTempFile("launched", ".err");
            Path in = Files.writeString(Files.createTempFile("launched", ".in"), typed);
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().putAll(environment);
                int code = builder.start().waitFor();
                return new Launched(code, Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(in);
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
