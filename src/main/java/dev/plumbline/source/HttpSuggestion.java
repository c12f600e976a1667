package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which system an address answers like, told to a user who named none. */
final class HttpSuggestion {

    /** Answers of each system that are looked at. */
    private static final int TRIED = 3;

    private HttpSuggestion() {}

    static void make(String url, Sources sources, Rejections rejections) {
        HttpAddress.of(url, rejections)
                .ifPresent(address -> rejections.reject(Rejected.file(url, words(address, sources))));
    }

    private static String words(HttpAddress address, Sources sources) {
        HttpQuestions questions = new HttpQuestions(HttpLimits.USUAL);
        List<String> able = new ArrayList<>();
        for (SourceSystem system : sources.all()) {
            List<Pull> pulls = system.pulls().stream()
                    .filter(pull -> pull.kind() == Pull.Kind.BOT
                            && pull.field().isEmpty()
                            && !pull.file().isEmpty())
                    .limit(TRIED)
                    .toList();
            for (Pull pull : pulls) {
                HttpAnswer answer = questions.ask(address.at(pull.path()), HttpLimits.USUAL.bytes());
                if (answer instanceof HttpAnswer.Closed closed) {
                    return closed.why();
                }
                if (looksLike(system, pull, answer)) {
                    return "it answers like " + system.name() + ": name the system with --as " + system.name();
                }
            }
            Optional.of(system.name()).filter(name -> !system.pulls().isEmpty()).ifPresent(able::add);
        }
        return "an address does not say whose bot this is: name its system with --as, one of "
                + String.join(", ", able);
    }

    private static boolean looksLike(SourceSystem system, Pull pull, HttpAnswer answer) {
        return answer instanceof HttpAnswer.Body body
                && system.recognises(new FileHead(Path.of(pull.file()), body.bytes()));
    }
}
