package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of a running bot, saved as files that are then read like any other: what the bot forgets stays here. It is
 * only ever asked, by GET.
 */
final class HttpCapture {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Agents, or whatever a path runs over, that are asked for. */
    private static final int MOST = 500;
    /** Answers of each system that are looked at to tell whose bot it is. */
    private static final int TRIED = 3;

    private final URI address;
    private final SourceSystem system;
    private final PullFolder folder;
    private final HttpQuestions questions;
    private final HttpLimits limits;
    private final Instant now;
    private final Rejections rejections;
    private final Map<String, JsonNode> answered = new HashMap<>();
    private final List<FileWalk.Found> found = new ArrayList<>();
    private long left;
    private int late;
    private boolean over;
    private boolean rejected;

    private HttpCapture(
            URI address, SourceSystem system, Path data, HttpLimits limits, Instant now, Rejections rejections) {
        this.address = address;
        this.system = system;
        this.folder = PullFolder.of(data, system.name(), address, now);
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
        Optional<URI> address = address(url, rejections);
        if (address.isEmpty()) {
            return List.of();
        }
        HttpCapture capture = new HttpCapture(address.get(), system, data, limits, now, rejections);
        String path = String.valueOf(address.get().getRawPath());
        if (path.isEmpty() || path.endsWith("/")) {
            capture.listed(url);
        } else {
            capture.single(path);
        }
        return List.copyOf(capture.found);
    }

    /** Says which system an address answers as, where nobody named one. */
    static void suggest(String url, Sources sources, Rejections rejections) {
        suggest(url, sources, HttpLimits.USUAL, rejections);
    }

    static void suggest(String url, Sources sources, HttpLimits limits, Rejections rejections) {
        Optional<URI> address = address(url, rejections);
        if (address.isEmpty()) {
            return;
        }
        HttpQuestions questions = new HttpQuestions(limits);
        List<String> like = new ArrayList<>();
        List<String> able = new ArrayList<>();
        for (SourceSystem system : sources.all()) {
            List<Pull> plain = system.pulls().stream()
                    .filter(pull -> pull.kind() == Pull.Kind.BOT
                            && pull.field().isEmpty()
                            && !pull.file().isEmpty())
                    .toList();
            if (plain.isEmpty()) {
                continue;
            }
            able.add(system.name());
            for (Pull pull : plain.subList(0, Math.min(TRIED, plain.size()))) {
                HttpAnswer answer = questions.ask(at(address.get(), pull.path()), limits.bytes());
                if (answer instanceof HttpAnswer.Closed closed) {
                    rejections.reject(Rejected.file(url, closed.why()));
                    return;
                }
                if (answer instanceof HttpAnswer.Body body
                        && system.recognises(new FileHead(Path.of(pull.file()), body.bytes()))) {
                    like.add(system.name());
                    break;
                }
            }
        }
        rejections.reject(Rejected.file(
                url,
                like.isEmpty()
                        ? "an address does not say whose bot this is: name its system with --as, one of "
                                + String.join(", ", able)
                        : "it answers like " + like.get(0) + ": name the system with --as " + like.get(0)));
    }

    private static Optional<URI> address(String url, Rejections rejections) {
        String expected = "an address such as http://localhost:8000 was expected";
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null) {
                rejections.reject(Rejected.file(url, expected));
            } else if (uri.getRawUserInfo() != null) {
                String bare = url.replace(uri.getRawUserInfo() + "@", "");
                rejections.reject(Rejected.file(bare, "a name or password in an address is not sent: leave it away"));
            } else {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            rejections.reject(Rejected.file(url, expected));
        }
        return Optional.empty();
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
    private void single(String path) {
        String asked = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        if (path.equals(PrometheusPull.NAMES)) {
            of(system.pulls(), Pull.Kind.PROMETHEUS)
                    .forEach(pull -> quietly(path).ifPresent(names -> history(pull, names)));
            return;
        }
        Optional<String> file = system.pulls().stream()
                .filter(pull -> pull.bare().equals(path) && !pull.file().isEmpty())
                .map(Pull::file)
                .findFirst();
        ask(asked).ifPresent(bytes -> {
            String name = PullFolder.safe(path.substring(path.lastIndexOf('/') + 1));
            String ending = isJson(bytes) ? ".json" : ".prom";
            save(asked, file.orElse(name.contains(".") ? name : name + ending), bytes);
        });
    }

    private void pull(Pull pull) {
        Optional<String> field = pull.field();
        if (field.isEmpty()) {
            ask(pull.path()).ifPresent(bytes -> {
                remember(pull, bytes);
                if (!pull.file().isEmpty()) {
                    save(pull.path(), pull.file(), bytes);
                }
            });
            return;
        }
        List<String> values = values(pull.over(), field.get());
        if (values.size() > MOST) {
            rejections.note(
                    at(address, pull.path()) + ": only the first " + MOST + " of " + values.size() + " are asked for");
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
            PrometheusPull range =
                    PrometheusPull.since(folder.last("prometheus").orElse(Instant.EPOCH), now);
            for (String metric : PrometheusPull.names(names, pull.path())) {
                Optional<byte[]> answer = ask(range.path(metric));
                if (answer.isPresent() && PrometheusPull.hasPoints(answer.get())) {
                    save(range.path(metric), pull.file().replace("{name}", PullFolder.safe(metric)), answer.get());
                }
            }
        } catch (IOException e) {
            reject(PrometheusPull.NAMES, "JSON of a Prometheus server was expected");
        }
    }

    /** What may well not be there; empty where it is not. */
    private Optional<byte[]> quietly(String path) {
        return questions.ask(at(address, path), left) instanceof HttpAnswer.Body body && isJson(body.bytes())
                ? Optional.of(body.bytes())
                : Optional.empty();
    }

    private Optional<byte[]> ask(String path) {
        if (over) {
            return Optional.empty();
        }
        HttpAnswer answer = questions.ask(at(address, path), left);
        if (answer instanceof HttpAnswer.Body body) {
            left -= body.bytes().length;
            return Optional.of(body.bytes());
        }
        if (answer instanceof HttpAnswer.Missing missing) {
            rejections.note(at(address, path) + ": " + missing.why());
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
        String text = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            reject(path, "found a web page, expected JSON: is this the bot's port, and not its dashboard's?");
            return;
        }
        if (file.endsWith(".json") && !wholeJson(path, bytes)) {
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

    private boolean wholeJson(String path, byte[] bytes) {
        try (JsonParser parser = JsonFile.JSON.createParser(bytes)) {
            if (parser.nextToken() == null) {
                reject(path, "the answer is empty, expected JSON");
                return false;
            }
            while (parser.nextToken() != null) {
                continue;
            }
            return true;
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            reject(path, "the answer is no whole JSON (it breaks at column " + column + "): left out");
        } catch (IOException e) {
            reject(path, "the answer cannot be read: " + e.getMessage());
        }
        return false;
    }

    private static boolean isJson(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.UTF_8).strip();
        return text.startsWith("{") || text.startsWith("[");
    }

    private void reject(String path, String why) {
        rejected = true;
        rejections.reject(Rejected.file(at(address, path).toString(), why));
    }

    /** The path below the address, whose own path, ending with a slash, stands before it. */
    private static URI at(URI address, String path) {
        String before = String.valueOf(address.getRawPath());
        boolean base = before.endsWith("/");
        String authority = address.getScheme() + "://" + address.getRawAuthority();
        return URI.create(authority + (base ? before.substring(0, before.length() - 1) : "") + path);
    }
}
