package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.store.Queries;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumb check --notify}, {@code plumb acknowledge} and what {@code plumb doctor} says of them. */
final class CheckNotifyTest {

    private static final String RULES = """
        rules:
          - metric: win_rate
            kind: limit
            red: below 60 %
            action: stop the bot
        """;

    private static final String GREEN = """
        rules:
          - metric: win_rate
            kind: limit
            red: below 6 %
          - metric: profit_factor
            kind: limit
            red: below 0.01
          - metric: win_rate
            kind: limit
            slice: symbol
            red: below 6 %
        """;

    @TempDir
    Path data;

    private HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.add(body);
            // an unfriendly server repeats what it was sent
            byte[] answer = (exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Files.writeString(data.resolve("rules.yaml"), RULES);
        StringBuilder trades =
                new StringBuilder("id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n");
        for (int i = 0; i < 40; i++) {
            trades.append(i)
                    .append(",BTCUSDT,long,2026-01-0")
                    .append(1 + i / 8)
                    .append("T0" + i % 8 + ":00:00Z,2026-01-0")
                    .append(1 + i / 8)
                    .append("T0" + i % 8 + ":30:00Z,1,100,")
                    .append(i % 4 == 0 ? "110,10\n" : "90,-10\n");
        }
        Path file = Files.writeString(data.resolve("trades.csv"), trades.toString());
        assertThat(Said.by("import", file.toString(), "--agent", "mine", "--data", data.toString())
                        .code())
                .isZero();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void settings(String channels) throws IOException {
        Files.writeString(data.resolve("notify.yaml"), "channels:\n" + channels);
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(
                "check",
                "--data",
                data.toString(),
                "--as-of",
                "2026-01-05",
                "--rules",
                data.resolve("rules.yaml").toString()));
        command.addAll(List.of(more));
        return command;
    }

    private Said check(String... more) {
        return Said.by(command(more).toArray(String[]::new));
    }

    @Test
    void red_is_told_once_and_the_exit_code_is_the_verdict() throws IOException {
        settings("  - kind: webhook\n    url: " + url() + "\n");
        Said said = check("--notify");
        assertThat(said.code()).isEqualTo(20);
        assertThat(said.err()).isEqualTo("notify: webhook (webhook " + url() + ") was told\n");
        JsonNode body = new ObjectMapper().readTree(bodies.get(0));
        assertThat(body.get("verdict").asText()).isEqualTo("red");
        // 10 of 40 trades won
        assertThat(body.get("items").get(0).get("figures").asText())
                .startsWith("25.0 % [")
                .endsWith("n = 40");
        assertThat(body.get("text").asText()).contains("→ stop the bot");
        assertThat(check("--notify").err()).isEmpty();
        assertThat(bodies).hasSize(1);
    }

    @Test
    void a_red_check_whose_message_does_not_arrive_is_still_red() throws IOException {
        status.set(403);
        settings("  - kind: webhook\n    url: " + url() + "\n");
        Said said = check("--notify");
        assertThat(said.code()).isEqualTo(20);
        assertThat(said.err()).contains("was not told: the server answered 403");
    }

    @Test
    void a_green_check_whose_message_does_not_arrive_has_failed() throws IOException {
        status.set(403);
        settings("  - kind: webhook\n    url: " + url() + "\n");
        Files.writeString(data.resolve("rules.yaml"), GREEN);
        assertThat(check().code()).isZero();
        assertThat(check("--notify").code()).isEqualTo(1);
        assertThat(check("--notify", "--dry-run").code()).isZero();
    }

    @Test
    void a_memory_that_cannot_be_kept_is_said_and_the_verdict_stays() throws IOException {
        settings("  - kind: webhook\n    url: " + url() + "\n");
        Files.writeString(data.resolve("notified"), "a file stands here");
        Said said = check("--notify");
        assertThat(said.code()).isEqualTo(20);
        assertThat(said.out()).contains("RED");
        assertThat(said.err().lines()).singleElement().asString().startsWith("notify: what was told is remembered in ");
    }

    @Test
    void a_dry_run_prints_and_sends_nothing() throws IOException {
        settings("  - kind: webhook\n    url: " + url() + "\n");
        Said said = check("--notify", "--dry-run");
        assertThat(said.out())
                .contains("── webhook, webhook " + url() + ": this would be sent\n   ■ RED   checked mine, ");
        assertThat(bodies).isEmpty();
        JsonNode json = new ObjectMapper()
                .readTree(check("--notify", "--dry-run", "--json").out());
        assertThat(json.get("notify").get(0).get("text").asText()).startsWith("■ RED");
        assertThat(json.get("notify").get(0).get("sent").asBoolean()).isFalse();
    }

    @Test
    void a_finding_is_acknowledged_by_the_id_of_the_message() throws IOException {
        settings("  - kind: webhook\n    url: " + url() + "\n");
        check("--notify");
        String id = new ObjectMapper()
                .readTree(bodies.get(0))
                .get("items")
                .get(0)
                .get("id")
                .asText();
        Said listed = Said.by("acknowledge", "--data", data.toString());
        assertThat(listed.out()).startsWith(id + "  red since ").contains("csv · mine: win rate");
        Said said = Said.by("acknowledge", id, "--until", "2d", "--note", "stopped it", "--data", data.toString());
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("acknowledged until ", ": stopped it");
        assertThat(Said.by("acknowledge", "zzz", "--data", data.toString()).code())
                .isEqualTo(2);
        assertThat(Said.by("acknowledge", id, "--until", "soon", "--data", data.toString())
                        .err())
                .contains("--until: found \"soon\"");
    }

    @Test
    void what_is_wrong_with_the_file_is_said_before_anything_runs() throws IOException {
        assertThat(check("--notify").err()).contains("notify.yaml: there is no such file");
        assertThat(check("--notify", "--quality").code()).isEqualTo(2);
        assertThat(check("--dry-run").err()).contains("--dry-run belongs to --notify");
        settings("  - kind: pigeon\n");
        Said said = check("--notify");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(Said.by("doctor", "--data", data.toString()).out())
                .contains("■ " + data.resolve("notify.yaml") + ":2: kind: found \"pigeon\"");
    }

    @Test
    void doctor_says_which_variable_is_missing() throws IOException {
        settings("  - kind: slack\n    url_env: NOBODY_SETS_THIS_ONE\n");
        assertThat(Said.by("doctor", "--data", data.toString()).out())
                .contains("■ check --notify tells slack, slack $NOBODY_SETS_THIS_ONE: set NOBODY_SETS_THIS_ONE");
    }

    @Test
    void no_secret_is_in_anything_that_is_printed_or_kept() throws IOException {
        status.set(500);
        String token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
        Map<String, String> secrets = Map.of(
                "TELEGRAM_TOKEN",
                token,
                "SLACK_URL",
                url() + "/services/T00000000/B00000000/slack-secret",
                "AUTHORIZATION",
                "Bearer bearer-secret",
                "SMTP_PASSWORD",
                "mail-secret-long");
        List<String> mail = new CopyOnWriteArrayList<>();
        try (ServerSocket smtp = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> repeatEverything(smtp, mail));
            thread.setDaemon(true);
            thread.start();
            settings("  - kind: telegram\n    chat: 1\n    token_env: TELEGRAM_TOKEN\n    server: " + url() + "\n"
                    + "  - kind: slack\n    url_env: SLACK_URL\n"
                    + "  - kind: webhook\n    url: " + url() + "\n    authorization_env: AUTHORIZATION\n"
                    + "  - kind: mail\n    host: 127.0.0.1\n    port: " + smtp.getLocalPort()
                    + "\n    security: none\n    user: u\n    password_env: SMTP_PASSWORD\n"
                    + "    from: a@b.c\n    to: a@b.c\n");
            List<String> java = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dplumb.home=" + Queries.home(),
                    "-cp",
                    classPath(),
                    "dev.plumbline.cli.Plumb"));
            java.addAll(command("--notify", "--json", "--verbose"));
            Launched launched = Launched.run(secrets, data, "", java);
            assertThat(launched.code()).as(launched.err()).isEqualTo(20);
            JsonNode results = new ObjectMapper().readTree(launched.out()).get("notify");
            assertThat(results)
                    .hasSize(4)
                    .allMatch(it -> it.get("due").asBoolean() && !it.get("sent").asBoolean());
            assertThat(bodies).as("three servers were asked three times").hasSize(9);
            String password = Base64.getEncoder().encodeToString("mail-secret-long".getBytes(StandardCharsets.UTF_8));
            assertThat(mail).as("the password was sent").contains(password);
            assertThat(launched.out() + launched.err() + kept())
                    .contains("•••")
                    .doesNotContain(token, "AAHdqTcvCH1vGWJ", "slack-secret", "bearer-secret", "mail-secret", password);
        }
    }

    private String kept() throws IOException {
        StringBuilder kept = new StringBuilder();
        try (Stream<Path> files = Files.walk(data.resolve("notified"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.append(Files.readString(file));
            }
        }
        return kept.toString();
    }

    /** A mail server that takes nobody and says what it was told. */
    private static void repeatEverything(ServerSocket smtp, List<String> heard) {
        try (Socket client = smtp.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            String answer = "220 here";
            for (String line = ""; line != null; line = in.readLine()) {
                heard.add(line);
                if (line.startsWith("EHLO")) {
                    answer = "250-here\r\n250 AUTH LOGIN";
                } else if (line.startsWith("AUTH")
                        || (heard.size() > 2 && heard.get(heard.size() - 2).startsWith("AUTH"))) {
                    answer = "334 more";
                } else if (!line.isEmpty()) {
                    answer = "535 refused: " + line;
                }
                client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
            }
        } catch (IOException e) {
            heard.add(e.toString());
        }
    }

    /** Of this test, whatever runs it. */
    private static String classPath() {
        return Plumb.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    @Test
    void planned_downtime_keeps_a_stale_bot_quiet() throws IOException {
        settings("  - kind: webhook\n    url: " + url() + "\n    send: [red]\n");
        Instant now = Instant.now();
        Files.writeString(
                data.resolve("sources.yaml"),
                "sources:\n  - path: trades.csv\n    system: csv\n    agent: mine\n    max_age: 1h\n");
        assertThat(Said.by("import", "--data", data.toString()).code()).isZero();
        String[] fresh = {"check", "--data", data.toString(), "--notify"};
        Said.by(
                "note",
                "moving",
                "--at",
                now.minus(Duration.ofHours(1)).toString(),
                "--until",
                now.plus(Duration.ofHours(1)).toString(),
                "--data",
                data.toString());
        Said during = Said.by(fresh);
        assertThat(during.code()).as("the check itself says that it is stale").isEqualTo(20);
        assertThat(bodies).noneMatch(body -> body.contains("newest row"));
        Files.delete(data.resolve("changes.yaml"));
        Said.by(fresh);
        assertThat(bodies).anyMatch(body -> body.contains("stale: newest row"));
    }
}
