package dev.plumbline;

import dev.plumbline.baseline.Rules;
import dev.plumbline.metric.Metrics;
import dev.plumbline.store.Queries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the rules of an agent come from: those that are shipped for its system, and the user's own over them. */
final class RuleFiles {

    private RuleFiles() {}

    /**
     * Rules of a system.
     *
     * @param users  the folder that may hold the user's file for the system
     * @param own    further files; a path, or the name of a shipped one such as {@code kraken-development}
     * @param stored names of the series that the agent has
     */
    static Rules read(String system, Path users, List<Path> own, List<String> stored) {
        Path shipped = Queries.home().resolve("data/rules");
        Rules rules = Rules.of(shipped, system, Metrics.ALL);
        Path usual = users.resolve(system + ".yaml");
        if (!usual.startsWith(shipped) && Files.isRegularFile(usual)) {
            rules = rules.with(usual, Metrics.ALL, stored);
        }
        for (Path file : own) {
            Path named = shipped.resolve(file + ".yaml");
            boolean isName = file.getNameCount() == 1 && !Files.exists(file) && Files.isRegularFile(named);
            rules = rules.with(isName ? named : file, Metrics.ALL, stored);
        }
        return rules;
    }
}
