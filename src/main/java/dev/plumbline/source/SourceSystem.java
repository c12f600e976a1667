package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One kind of system whose files are read: how they are recognised, and how they become canonical rows. */
public interface SourceSystem {

    /** Id, such as {@code roma}. */
    String name();

    /** What it reads, in one line for {@code plumb sources}. */
    String reads();

    /**
     * Whether a file has this system's shape, judged by name and the first bytes.
     */
    boolean recognises(FileHead file);

    /** Whether a file says no time of its own, so that the same content at another time is another file. */
    default boolean undated(FileHead file) {
        return false;
    }

    /** Told of a file that only this system recognises, before it is hashed: time for another look at a big one. */
    default void ahead(FileHead file) throws IOException {}

    /** Whose files a folder holds, as its path says; empty where the path says nothing. */
    Optional<String> agent(Path folder);

    /** What a running bot of this system is asked for, in this order; none where only files are read. */
    default List<Pull> pulls() {
        return List.of();
    }

    /**
     * Reads files of one agent into the staging tables. What cannot be used is rejected, one line each; the rest loads.
     *
     * @param files   files not known yet, all of one agent
     * @param options with the agent filled in
     */
    void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections);

    /**
     * Whether the files of several agents can be read at the same time, since none asks what the others' say.
     *
     * @param files of one agent
     */
    default boolean readsBeside(List<SourceFile> files) {
        return false;
    }

    /** Says what can only be said once the files of all agents are read. */
    default void finish(Staging staging, Rejections rejections) {}
}
