package dev.plumbline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No agent fits what was asked for; the message lists those there are. */
public final class NoSuchAgent extends RuntimeException {

    NoSuchAgent(String system, String agent, String environment, List<Workbench.Agent> there) {
        super(message(
                Stream.of(system, agent, environment).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · ")),
                there));
    }

    private static String message(String asked, List<Workbench.Agent> there) {
        if (there.isEmpty()) {
            return "the store is empty: import a bot's files with plumb import PATH, or try plumb sample";
        }
        return "no agent " + asked + " in the store; there are "
                + there.stream().map(a -> a.scope().toString()).collect(Collectors.joining(", "));
    }
}
