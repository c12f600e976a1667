package dev.plumbline.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one host by GET, and by nothing else; nothing that is kept elsewhere is sent along. */
final class HttpQuestions {

    private static final int HOPS = 5;

    private final HttpLimits limits;
    private final HttpClient client;

    HttpQuestions(HttpLimits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /**
     * @param address to ask, as {@link HttpAddress#at} makes it
     * @param left    bytes that may still be taken
     */
    HttpAnswer ask(String address, long left) {
        URI uri = URI.create(address);
        URI next = uri;
        for (int hop = 0; hop <= HOPS; hop++) {
            HttpAnswer answer = send(next, Math.min(left, limits.bytes()));
            if (!(answer instanceof HttpAnswer.Moved moved)) {
                return answer;
            }
            try {
                URI target = next.resolve(moved.to());
                if (moved.to().isEmpty() || !sameHost(uri, target)) {
                    return new HttpAnswer.Unusable("it sends on to \"" + moved.to()
                            + "\", which is another host and not followed: name that address if it is the bot's");
                }
                next = target;
            } catch (IllegalArgumentException e) {
                return new HttpAnswer.Unusable("it sends on to \"" + moved.to() + "\", which is no address");
            }
        }
        return new HttpAnswer.Unusable("it sends on more than " + HOPS + " times");
    }

    /** The same name and port; from http to https is no other host. */
    private static boolean sameHost(URI one, URI other) {
        return other.getHost() != null
                && other.getHost().equalsIgnoreCase(one.getHost())
                && other.getPort() == one.getPort()
                && (other.getScheme().equals(one.getScheme())
                        || other.getScheme().equals("https"));
    }

    private HttpAnswer send(URI uri, long limit) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(limits.answer())
                .header("Accept", "application/json, text/plain")
                .header("User-Agent", "plumbline")
                .GET()
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new HttpBody(limit));
        try {
            return judged(answer.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return late();
        } catch (ExecutionException e) {
            return failed(uri, e.getCause() == null ? e : e.getCause(), limit);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + uri, e);
        }
    }

    private HttpAnswer failed(URI uri, Throwable cause, long limit) {
        if (cause instanceof HttpBody.TooBig) {
            return new HttpAnswer.Unusable("the answer is too big: at most " + size(limit) + " were expected");
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return new HttpAnswer.Closed("nothing answers there within " + words(limits.connect())
                    + ": is the bot running, and is this its address?");
        }
        if (cause instanceof HttpTimeoutException) {
            return late();
        }
        if (cause.getCause() instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return new HttpAnswer.Closed("there is no host \"" + uri.getHost() + "\"");
        }
        if (cause instanceof ConnectException) {
            return new HttpAnswer.Closed("the connection was refused: is the bot running, and is this its port?");
        }
        String why = cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage().lines().findFirst().orElse("")
                : cause.toString();
        return new HttpAnswer.Unusable("the answer broke off: " + why);
    }

    private HttpAnswer late() {
        return new HttpAnswer.Late("no whole answer within " + words(limits.answer()) + ": left out; try again later");
    }

    private static HttpAnswer judged(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status / 100 == 3) {
            return new HttpAnswer.Moved(
                    response.headers().firstValue("location").orElse(""));
        }
        if (status == 401 || status == 403) {
            return new HttpAnswer.Closed("it asks for a login (" + status
                    + "), and none is sent: ask on the bot's own machine, or save the answers and import the files");
        }
        if (status == 404) {
            return new HttpAnswer.Missing("not available (404)");
        }
        if (status != 200) {
            return new HttpAnswer.Missing("not available: the bot answered " + status);
        }
        HttpHeaders headers = response.headers();
        String encoding = headers.firstValue("content-encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            return new HttpAnswer.Unusable("the answer is packed (" + encoding + "), which was not asked for");
        }
        return new HttpAnswer.Body(response.body());
    }

    private static String words(Duration time) {
        return time.toMillis() < 1_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20
                ? String.format(Locale.ROOT, "%,d MB", bytes >> 20)
                : String.format(Locale.ROOT, "%,d bytes", bytes);
    }
}
