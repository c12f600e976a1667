package dev.plumbline.notify;

import dev.plumbline.baseline.Check;
import dev.plumbline.report.CheckPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells people what one run of checks found, over every channel of {@code notify.yaml}. */
public final class Notifier {

    /** A channel that is not through by then is left to the next run. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration LOCKED = Duration.ofSeconds(10);

    private final Path data;
    private final Settings settings;
    private final Secrets secrets;
    private final Post post;

    private Notifier(Path data, Settings settings, Secrets secrets, Post post) {
        this.data = data;
        this.settings = settings;
        this.secrets = secrets;
        this.post = post;
    }

    /**
     * @param environment such as {@code System::getenv}; null for a variable that is not set
     * @throws IllegalArgumentException where {@code notify.yaml} is missing or wrong: one line with file and line
     */
    public static Notifier open(Path data, UnaryOperator<@Nullable String> environment) {
        return open(data, environment, Patience.USUAL, new Properties());
    }

    static Notifier open(Path data, UnaryOperator<@Nullable String> environment, Patience patience, Properties mail) {
        Settings settings = Settings.read(data);
        Secrets secrets = Secrets.of(settings.variables(), environment);
        return new Notifier(data, settings, secrets, new Post(secrets, patience, mail));
    }

    /**
     * What became of one channel.
     *
     * @param due   whether there was something to say
     * @param sent  whether it arrived
     * @param words what went wrong, or why nothing was said; without secrets
     * @param text  what was said, or would be
     */
    public record Result(String channel, String target, boolean due, boolean sent, List<String> words, String text) {

        public Result {
            words = List.copyOf(words);
        }

        public boolean failed() {
            return due && !sent;
        }
    }

    /**
     * A review that was made: every channel that takes the digest gets it, whatever else is due.
     *
     * @param title such as {@code weekly review}
     * @param pages to attach to a mail
     */
    public record Review(String title, List<Path> pages) {

        public Review {
            pages = List.copyOf(pages);
        }
    }

    /** What a run has to be told with. */
    public record Run(
            List<Check> checks, List<Downtime> downtimes, Instant now, Optional<String> page, Optional<Review> review) {

        public Run {
            checks = List.copyOf(checks);
            downtimes = List.copyOf(downtimes);
        }

        /** Of a check. */
        public Run(List<Check> checks, List<Downtime> downtimes, Instant now, Optional<String> page) {
            this(checks, downtimes, now, page, Optional.empty());
        }
    }

    /**
     * Sends what is due now, and remembers it. A channel that fails does not stop the others, and is told by the next run.
     *
     * @param notes where it is said what a person should know of what is remembered
     * @throws IllegalStateException when another process is at it
     */
    public List<Result> tell(Run run, List<String> notes) {
        try (StateFile state = StateFile.open(data, LOCKED)) {
            Seen seen = Seen.of(run.checks());
            Ledger ledger = state.read(run.now()).with(seen, run.now());
            notes.addAll(state.notes());
            Map<String, ChannelMemory> after = new HashMap<>();
            Map<Channel, Decision> decisions = decide(run, seen, ledger);
            Map<Channel, CompletableFuture<Delivery>> sending = new LinkedHashMap<>();
            List<Message.Page> pages = pages(run, decisions);
            decisions.forEach((channel, decision) -> {
                if (!decision.isEmpty()) {
                    Message message = message(run, seen, decision, pages);
                    sending.put(channel, begin(channel, message));
                }
            });
            List<Result> results = new ArrayList<>();
            long end = System.nanoTime() + LONGEST.toNanos();
            decisions.forEach((channel, decision) -> {
                Optional<CompletableFuture<Delivery>> begun = Optional.ofNullable(sending.get(channel));
                Delivery delivery = begun.map(it -> end(it, end)).orElse(Delivery.done());
                after.put(channel.name(), delivery.sent() ? decision.after() : ledger.channel(channel.name()));
                results.add(result(channel, begun.isPresent(), delivery, decision, ""));
            });
            state.write(ledger.closed(after, settings.routing(), run.now()));
            return results;
        }
    }

    /** What would be sent now. Nothing is sent, and nothing remembered. */
    public List<Result> preview(Run run) {
        Seen seen = Seen.of(run.checks());
        Ledger ledger = StateFile.peek(data, run.now()).with(seen, run.now());
        Map<Channel, Decision> decisions = decide(run, seen, ledger);
        List<Result> results = new ArrayList<>();
        decisions.forEach((channel, decision) -> {
            Delivery missing = new Delivery(
                    false,
                    channel.variables().stream()
                            .filter(variable -> !secrets.has(variable))
                            .map(variable -> "the environment variable " + variable + " is not set")
                            .findFirst()
                            .orElse(""));
            String text = decision.isEmpty() ? "" : Forms.plain(message(run, seen, decision, List.of()));
            results.add(result(channel, !decision.isEmpty(), missing, decision, secrets.clean(text)));
        });
        return results;
    }

    private Map<Channel, Decision> decide(Run run, Seen seen, Ledger ledger) {
        Map<Channel, Decision> decisions = new LinkedHashMap<>();
        for (Channel channel : settings.channels()) {
            Decision decision = Policy.decide(
                    seen,
                    ledger,
                    ledger.channel(channel.name()),
                    channel.topics(),
                    settings.routing(),
                    run.downtimes(),
                    run.now());
            boolean whole = run.review().isPresent() && channel.topics().contains(Topic.DIGEST);
            decisions.put(channel, whole ? decision.withAllThatIsOpen() : decision);
        }
        return decisions;
    }

    private Result result(Channel channel, boolean due, Delivery delivery, Decision decision, String text) {
        List<String> words = new ArrayList<>();
        if (!delivery.words().isEmpty()) {
            words.add(delivery.words());
        }
        words.addAll(decision.muted());
        words.addAll(decision.held());
        return new Result(channel.name(), channel.words(), due, due && delivery.sent(), words, text);
    }

    private CompletableFuture<Delivery> begin(Channel channel, Message message) {
        CompletableFuture<Delivery> sending = new CompletableFuture<>();
        Thread thread = new Thread(() -> sending.complete(post.send(channel, message)), "notify");
        thread.setDaemon(true);
        thread.start();
        return sending;
    }

    private static Delivery end(CompletableFuture<Delivery> sending, long end) {
        try {
            return sending.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Delivery.failed("not through within " + Times.seconds(LONGEST) + ": left to the next run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.failed("interrupted");
        } catch (ExecutionException e) {
            return Delivery.failed("it could not be sent");
        }
    }

    private Message message(Run run, Seen seen, Decision decision, List<Message.Page> pages) {
        Optional<String> link = settings.link().map(base -> base + run.page().orElse(""));
        return new News(
                        run.checks(),
                        seen,
                        decision,
                        run.now(),
                        settings.routing().zone(),
                        link,
                        run.review().map(Review::title).orElse(""),
                        pages)
                .message();
    }

    /** The pages of a review, else the check as a page; none where no mail is to carry them. */
    private static List<Message.Page> pages(Run run, Map<Channel, Decision> decisions) {
        boolean wanted = decisions.entrySet().stream()
                .anyMatch(it -> it.getKey() instanceof Channel.Mail mail
                        && mail.attach()
                        && !it.getValue().isEmpty());
        if (!wanted) {
            return List.of();
        }
        return run.review()
                .map(review -> review.pages().stream().map(Notifier::read).toList())
                .orElseGet(() -> List.of(new Message.Page(
                        "plumbline-" + run.now().toString().substring(0, 10) + ".html", CheckPage.of(run.checks()))));
    }

    private static Message.Page read(Path page) {
        try {
            return new Message.Page(page.getFileName().toString(), Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(page + " could not be read", e);
        }
    }
}
