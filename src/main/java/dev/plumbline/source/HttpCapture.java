package dev.plumbline.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers of a running bot, saved as files that are then read like any other: what the bot forgets stays here. It is
 * only ever asked, by GET.
 */
final class HttpCapture {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Agents, or whatever a path runs over, that are asked for. */
    private static final int MOST = 500;

    private final HttpAddress address;
    private final SourceSystem system;
    private final PullFolder folder;
    private final HttpQuestions questions;
    private final HttpLimits limits;
    private final Instant now;
    private final Rejections rejections;
    private final Map<String, JsonNode> answered = new HashMap<>();
    private final List<FileWalk.Found> found = new ArrayList<>();
    private final Set<String> saved = new HashSet<>();
    private long left;
    private int late;
    private boolean over;
    private boolean rejected;

    private HttpCapture(
            HttpAddress address,
            SourceSystem system,
            Path data,
            HttpLimits limits,
            Instant now,
            Rejections rejections) {
        this.address = address;
        this.system = system;
        this.folder = PullFolder.of(data, system.name(), address.uri(), now);
        this.questions = new HttpQuestions(limits);
        this.limits = limits;
        this.now = now;
        this.rejections = rejections;
        this.left = limits.pull();
    }

    /** Whether a path is an address that can be asked. */
    static boolean takes(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /**
     * Asks a bot for what its system lists, or for one thing where the address has a path, and saves the answers.
     *
     * @param data the data folder: answers are kept in {@code pulled/<system>-<host>-<port>/<UTC time>/}
     */
    static List<FileWalk.Found> capture(String url, SourceSystem system, Path data, Rejections rejections) {
        return capture(url, system, data, HttpLimits.USUAL, Instant.now(), rejections);
    }

    static List<FileWalk.Found> capture(
            String url, SourceSystem system, Path data, HttpLimits limits, Instant now, Rejections rejections) {
        Optional<HttpAddress> address = HttpAddress.of(url, rejections);
        if (address.isEmpty()) {
            return List.of();
        }
        HttpCapture capture = new HttpCapture(address.get(), system, data, limits, now, rejections);
        if (address.get().isOneAnswer()) {
            capture.single();
        } else {
            capture.listed(url);
        }
        return List.copyOf(capture.found);
    }

    private void listed(String url) {
        List<Pull> pulls = system.pulls();
        if (pulls.isEmpty()) {
            rejections.reject(Rejected.file(
                    url,
                    system.name() + " lists nothing to pull: name the whole address of an answer, or import files"));
            return;
        }
        List<Pull> history = of(pulls, Pull.Kind.PROMETHEUS);
        Optional<byte[]> names = history.isEmpty() ? Optional.empty() : quietly(PrometheusPull.NAMES);
        if (names.isPresent()) {
            history.forEach(pull -> history(pull, names.get()));
        } else {
            of(pulls, Pull.Kind.BOT).forEach(this::pull);
        }
        if (found.isEmpty() && !rejected) {
            rejections.reject(
                    Rejected.file(url, "nothing of what " + system.name() + " answers is there: is this its address?"));
        }
    }

    private static List<Pull> of(List<Pull> pulls, Pull.Kind kind) {
        return pulls.stream().filter(pull -> pull.kind() == kind).toList();
    }

    /** One answer that the user named; it is saved as the system names it, or after the end of its path. */
    private void single() {
        String path = address.path();
        Optional<String> file = system.pulls().stream()
                .filter(pull -> pull.bare().equals(path) && !pull.file().isEmpty())
                .map(Pull::file)
                .findFirst();
        ask(address.asked()).ifPresent(bytes -> {
            String name = PullFolder.safe(path.substring(path.lastIndexOf('/') + 1));
            String ending = HttpContent.isJson(bytes) ? ".json" : ".prom";
            save(address.asked(), file.orElse(name.contains(".") ? name : name + ending), bytes);
        });
    }

    private void pull(Pull pull) {
        Optional<String> field = pull.field();
        if (field.isEmpty()) {
            ask(pull.path()).ifPresent(bytes -> {
                remember(pull, bytes);
                if (pull.file().isEmpty()) {
                    HttpContent.fault(bytes, true).ifPresent(why -> reject(pull.path(), why));
                } else {
                    save(pull.path(), pull.file(), bytes);
                }
            });
            return;
        }
        List<String> values = values(pull.over(), field.get());
        if (values.size() > MOST) {
            rejections.note(
                    address.at(pull.path()) + ": only the first " + MOST + " of " + values.size() + " are asked for");
        }
        for (String value : values.subList(0, Math.min(MOST, values.size()))) {
            String place = "{" + field.get() + "}";
            String path = pull.path()
                    .replace(
                            place,
                            URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            ask(path).ifPresent(bytes -> save(path, pull.file().replace(place, PullFolder.safe(value)), bytes));
        }
    }

    private void remember(Pull pull, byte[] bytes) {
        try {
            answered.put(pull.bare(), JSON.readTree(bytes));
        } catch (IOException e) {
            // no JSON: nothing can be run over; saving it says so
            answered.remove(pull.bare());
        }
    }

    /** Values of a field in the objects that a path answered, or the texts of its list. */
    private List<String> values(String path, String field) {
        JsonNode answer = answered.get(path);
        List<String> values = new ArrayList<>();
        if (answer != null) {
            for (JsonNode item : answer) {
                JsonNode value = item.isObject() ? item.path(field) : item;
                if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                    values.add(value.asText());
                }
            }
        }
        return values;
    }

    private void history(Pull pull, byte[] names) {
        try {
            for (String metric : PrometheusPull.names(names, pull.path())) {
                String file = pull.file().replace("{name}", PullFolder.safe(metric));
                PrometheusPull range = PrometheusPull.since(folder.last(file).orElse(Instant.EPOCH), now);
                Optional<byte[]> answer = ask(range.path(metric));
                if (answer.isPresent() && PrometheusPull.hasPoints(answer.get())) {
                    save(range.path(metric), file, answer.get());
                }
            }
        } catch (IOException e) {
            reject(PrometheusPull.NAMES, "JSON of a Prometheus server was expected");
        }
    }

    /** What may well not be there; empty where it is not. */
    private Optional<byte[]> quietly(String path) {
        return questions.ask(address.at(path), left) instanceof HttpAnswer.Body body && HttpContent.isJson(body.bytes())
                ? Optional.of(body.bytes())
                : Optional.empty();
    }

    private Optional<byte[]> ask(String path) {
        if (over) {
            return Optional.empty();
        }
        HttpAnswer answer = questions.ask(address.at(path), left);
        if (answer instanceof HttpAnswer.Body body) {
            left -= body.bytes().length;
            return Optional.of(body.bytes());
        }
        if (answer instanceof HttpAnswer.Missing missing) {
            rejections.note(address.at(path) + ": " + missing.why());
        } else if (answer instanceof HttpAnswer.Unusable unusable) {
            reject(path, unusable.why());
        } else if (answer instanceof HttpAnswer.Late slow) {
            reject(path, slow.why());
            over = ++late >= limits.timeOuts();
        } else if (answer instanceof HttpAnswer.Closed closed) {
            reject(path, closed.why());
            over = true;
        }
        return Optional.empty();
    }

    private void save(String path, String file, byte[] bytes) {
        Optional<String> fault = HttpContent.fault(bytes, file.endsWith(".json"));
        if (fault.isPresent()) {
            reject(path, fault.get());
            return;
        }
        if (!saved.add(file)) {
            reject(path, "another answer of this pull is kept as " + file + " already: left out");
            return;
        }
        try {
            Path kept = folder.keep(file, bytes);
            found.add(new FileWalk.Found(kept.toAbsolutePath().normalize(), kept.toString(), true));
        } catch (IOException e) {
            reject(path, "the answer cannot be kept in " + folder.bot() + ": " + e.getMessage());
            over = true;
        }
    }

    private void reject(String path, String why) {
        rejected = true;
        rejections.reject(Rejected.file(address.at(path), why));
    }
}
