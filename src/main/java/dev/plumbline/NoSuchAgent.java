package dev.plumbline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No agent fits what was asked for; the message lists those there are. */
public final class NoSuchAgent extends RuntimeException {

    /** What to do where there is nothing at all. */
    static final String EMPTY = "the store is empty: import a bot's files with plumb import PATH, or try plumb sample";

    NoSuchAgent(String system, String agent, String environment, List<Workbench.Agent> there) {
        super(message(
                Stream.of(system, agent, environment).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · ")),
                there));
    }

    private static String message(String asked, List<Workbench.Agent> there) {
        if (there.isEmpty()) {
            return EMPTY;
        }
        return "no agent " + asked + " in the store; there are "
                + there.stream().map(a -> a.scope().toString()).collect(Collectors.joining(", "));
    }
}
