package dev.plumbline.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The systems whose files are read. A new one is a line here. */
public final class Sources {

    public static final List<SourceSystem> ALL = List.of(
            new Roma(), //
            new Nofx(), //
            new Playbook(), //
            new Csv());

    private Sources() {}

    public static Optional<SourceSystem> find(String name) {
        return ALL.stream().filter(system -> system.name().equals(name)).findFirst();
    }

    /** The ids, for messages. */
    public static String names() {
        return ALL.stream().map(SourceSystem::name).collect(Collectors.joining(", "));
    }
}
