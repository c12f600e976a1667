package dev.plumbline.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on this machine that answers as it is told to, and remembers what it was asked. */
final class RunningBot implements AutoCloseable {

    /** A request as it came in. */
    record Asked(String method, String uri, List<String> headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private RunningBot(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    static RunningBot start() {
        try {
            RunningBot bot =
                    new RunningBot(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            bot.server.createContext(
                    "/", exchange -> bot.handle(exchange, e -> answer(e, 404, "{\"detail\":\"Not Found\"}")));
            bot.server.start();
            return bot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningBot on(String path, String json) {
        return on(path, exchange -> answer(exchange, 200, json));
    }

    RunningBot on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> handle(exchange, handler));
        return this;
    }

    RunningBot instead(String path, String json) {
        server.removeContext(path);
        return on(path, json);
    }

    private void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().keySet().stream()
                        .map(String::toLowerCase)
                        .sorted()
                        .toList()));
        try (exchange) {
            handler.handle(exchange);
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static HttpHandler redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://localhost:" + port();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
