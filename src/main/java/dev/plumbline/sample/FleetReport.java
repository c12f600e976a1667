package dev.plumbline.sample;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param into   the folder
 * @param agents such as {@code roma/deepseek-live}
 */
public record FleetReport(Path into, int files, List<String> agents, long bytes) {

    public FleetReport {
        agents = List.copyOf(agents);
    }
}
