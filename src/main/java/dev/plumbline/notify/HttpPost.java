package dev.plumbline.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Posts JSON, and again where trying again helps: no answer, 429 and 5xx. A redirect is not followed, since the address or
 * a header may be a secret.
 */
final class HttpPost {

    private final Patience patience;
    private final HttpClient client;

    HttpPost(Patience patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What a server said; the body is cut. */
    record Answer(int status, String body, Optional<String> retryAfter) {}

    /**
     * @param wait how long the body of an answer asks to wait, beside its header
     * @param say  what the body of an answer says about what went wrong
     */
    Delivery send(
            URI uri,
            Map<String, String> headers,
            String json,
            Function<Answer, Optional<Duration>> wait,
            Function<Answer, String> say) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(patience.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "plumbline")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        String problem = "";
        for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
            Duration pause = patience.pause(attempt);
            try {
                Answer answer = once(request.build());
                if (answer.status() / 100 == 2) {
                    return Delivery.done();
                }
                problem = "the server answered " + answer.status() + said(say.apply(answer));
                if (answer.status() != 429 && answer.status() < 500) {
                    return Delivery.failed(problem);
                }
                Duration asked = wait.apply(answer).or(() -> retryAfter(answer)).orElse(pause);
                if (asked.compareTo(patience.longest()) > 0) {
                    return Delivery.failed(
                            problem + ", and asks to wait " + asked.toSeconds() + " s: left to the next run");
                }
                pause = asked;
            } catch (TimeoutException e) {
                problem = "no answer within " + Times.seconds(patience.timeout());
            } catch (IOException e) {
                problem = "no connection, or it broke"
                        + said(Optional.ofNullable(e.getMessage()).orElse(""));
            }
            if (attempt < patience.attempts() && !slept(pause)) {
                return Delivery.failed("interrupted");
            }
        }
        return Delivery.failed(problem + " (tried " + patience.attempts() + " times)");
    }

    private Answer once(HttpRequest request) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, info -> new Head());
        try {
            // the request's own time-out ends with the headers; a body may hang as well
            HttpResponse<byte[]> response = sent.get(patience.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("Retry-After"));
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw new TimeoutException();
            }
            throw new IOException(
                    Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse(""), e);
        }
    }

    private static Optional<Duration> retryAfter(Answer answer) {
        return answer.retryAfter().flatMap(text -> {
            try {
                return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text.strip()) * 1_000)));
            } catch (NumberFormatException e) {
                return date(text.strip());
            }
        });
    }

    private static Optional<Duration> date(String text) {
        try {
            Duration until = Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String said(String text) {
        String plain = Seen.plain(text);
        return plain.isEmpty() ? "" : ": " + plain;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(Math.max(0, pause.toMillis()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
