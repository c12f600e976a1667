package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpCaptureTest {

    private static final Instant NOW = Instant.parse("2026-11-16T10:00:30Z");
    private static final HttpLimits SMALL =
            new HttpLimits(Duration.ofSeconds(2), Duration.ofMillis(700), 10_000, 15_000, 2);

    @TempDir
    Path data;

    private final RunningBot bot = RunningBot.start();
    private final Rejections rejections = new Rejections();

    @AfterEach
    void stop() {
        bot.close();
    }

    /** A system with nothing but lines to pull. */
    private record Pulling(List<Pull> pulls) implements SourceSystem {
        static Pulling of(String... lines) {
            return new Pulling(Arrays.stream(lines).map(Pull::parse).toList());
        }

        @Override
        public String name() {
            return "example";
        }

        @Override
        public String reads() {
            return "answers";
        }

        @Override
        public boolean recognises(FileHead file) {
            return file.json().keys().contains("mine");
        }

        @Override
        public Optional<String> agent(Path folder) {
            return Optional.empty();
        }

        @Override
        public void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
            throw new UnsupportedOperationException("only pulled");
        }
    }

    private List<String> pull(String... lines) {
        return capture(bot.address(), NOW, lines);
    }

    private List<String> capture(String address, Instant now, String... lines) {
        return HttpCapture.capture(address, Pulling.of(lines), data, SMALL, now, rejections).stream()
                .map(file -> data.relativize(file.path()).toString())
                .map(name -> name.replace(Integer.toString(bot.port()), "PORT"))
                .toList();
    }

    private List<String> rejected() {
        return rejections.rejected().stream()
                .map(Rejected::toString)
                .map(line -> line.replace(bot.address(), ""))
                .toList();
    }

    private List<String> notes() {
        return rejections.notes().stream()
                .map(note -> note.replace(bot.address(), ""))
                .toList();
    }

    private LoadReport importAs(Optional<String> system) {
        ImportRequest request = new ImportRequest(List.of(bot.address()), system, ImportOptions.of(""));
        return Importer.run(data, Queries.find(), List.of(request), Progress.none());
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("pulled"))) {
            return files.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_running_kraken_monitor_is_imported_and_what_is_still_the_same_is_not_kept_twice() throws IOException {
        bot.on("/api/metrics", KrakenTest.METRICS.formatted("1794823200.5"))
                .on("/api/alerts", "[]")
                .on(
                        "/api/status",
                        "{\"status\":\"healthy\",\"message\":\"All systems operating normally\","
                                + "\"last_update\":\"2026-11-16T10:00:00.5\",\"uptime_minutes\":0.5,\"metrics_summary\":{}}")
                .on("/api/thresholds", "{\"memory_usage_mb\":500.0,\"daily_pnl_loss_limit\":-50.0}")
                .on("/api/metrics/history", exchange -> RunningBot.answer(exchange, 500, "Internal Server Error"));
        LoadReport first = importAs(Optional.of("kraken"));
        assertThat(first.rejected()).isEmpty();
        assertThat(first.tables().toString())
                .contains("table=samples, loaded=23")
                .contains("table=events, loaded=1")
                .contains("table=runs, loaded=1");
        assertThat(first.notes()).anyMatch(note -> note.endsWith("minutes=1440: not available: the bot answered 500"));
        assertThat(kept()).containsExactly("alerts.json", "metrics.json", "status.json", "thresholds.json");
        bot.instead("/api/metrics", KrakenTest.METRICS.formatted("1794823230.5"));
        LoadReport second = importAs(Optional.of("kraken"));
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(second.tables().toString()).contains("table=samples, loaded=23");
        assertThat(kept()).hasSize(5);
    }

    @Test
    void only_GET_is_sent_and_nothing_packed_is_asked_for() {
        bot.on("/a", "{}").on("/b", "{}");
        pull("/a", "/b?limit=7");
        assertThat(bot.asked()).extracting(RunningBot.Asked::method).containsOnly("GET");
        assertThat(bot.asked()).extracting(RunningBot.Asked::uri).containsExactly("/a", "/b?limit=7");
        assertThat(bot.asked().get(0).headers())
                .doesNotContain("accept-encoding", "authorization", "cookie", "upgrade");
    }

    @Test
    void answers_are_saved_below_the_time_of_the_pull_and_paths_run_over_ids() {
        bot.on("/api/agents", "[{\"id\":\"deep seek/1\"},{\"id\":\"../../etc\"},{\"name\":\"none\"}]")
                .on("/api/agents/deep%20seek%2F1/trades", "[1]")
                .on("/api/agents/", "[2]");
        assertThat(pull("/api/agents -> -", "/api/agents/{id}/trades?limit=3 -> {id}/trade_history.json"))
                .containsExactly(
                        "pulled/example-localhost-PORT/20261116T100030Z/deep_seek_1/trade_history.json",
                        "pulled/example-localhost-PORT/20261116T100030Z/_._.._etc/trade_history.json");
        assertThat(bot.asked())
                .extracting(RunningBot.Asked::uri)
                .contains("/api/agents/deep%20seek%2F1/trades?limit=3", "/api/agents/..%2F..%2Fetc/trades?limit=3");
    }

    @Test
    void answers_of_ids_that_look_alike_do_not_replace_each_other() {
        bot.on("/agents", "[\"a/b\",\"a_b\"]").on("/agents/", "{}");
        assertThat(pull("/agents -> -", "/agents/{id}")).hasSize(1);
        assertThat(rejected())
                .containsExactly(
                        "/agents/a_b: another answer of this pull is kept as agents/a_b.json already: left out");
    }

    @Test
    void a_list_of_ids_that_is_no_JSON_is_rejected() {
        bot.on("/agents", "<html></html>");
        assertThat(pull("/agents -> -", "/agents/{id}")).isEmpty();
        assertThat(rejected()).singleElement().asString().startsWith("/agents: found a web page");
    }

    @Test
    void what_is_not_there_is_noted_and_the_rest_is_saved() {
        bot.on("/there", "{}");
        assertThat(pull("/gone", "/there")).hasSize(1);
        assertThat(notes()).containsExactly("/gone: not available (404)");
        assertThat(rejected()).isEmpty();
    }

    @Test
    void a_bot_that_has_nothing_of_its_system_is_rejected() {
        assertThat(pull("/gone")).isEmpty();
        assertThat(rejected()).containsExactly(": nothing of what example answers is there: is this its address?");
    }

    @Test
    void a_web_page_and_half_a_JSON_are_rejected() {
        bot.on("/page", "<!DOCTYPE html><html></html>")
                .on("/half", "{\"a\": [1, 2")
                .on("/none", "");
        assertThat(pull("/page", "/half", "/none")).isEmpty();
        assertThat(rejected())
                .containsExactly(
                        "/page: found a web page, expected JSON: is this the bot's port, and not its dashboard's?",
                        "/half: the answer is no whole JSON (it breaks at column 12): left out",
                        "/none: the answer is empty, expected JSON");
    }

    @Test
    void an_answer_that_is_too_big_is_hung_up_on_and_so_is_a_pull() {
        bot.on("/big", "[" + " ".repeat(20_000) + "]")
                .on("/one", "[" + " ".repeat(8_000) + "]")
                .on("/two", "[" + " ".repeat(8_001) + "]");
        assertThat(pull("/big", "/one", "/two")).hasSize(1);
        assertThat(rejected())
                .containsExactly(
                        "/big: the answer is too big: at most 10,000 bytes were expected",
                        "/two: the answer is too big: at most 6,998 bytes were expected");
    }

    @Test
    void a_slow_bot_is_given_up_after_two_answers_that_did_not_come() {
        CountDownLatch never = new CountDownLatch(1);
        bot.on("/silent", exchange -> await(never)).on("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(never);
        });
        assertThat(pull("/silent", "/trickle", "/after")).isEmpty();
        never.countDown();
        assertThat(rejected())
                .containsExactly(
                        "/silent: no whole answer within 700 ms: left out; try again later",
                        "/trickle: no whole answer within 700 ms: left out; try again later");
        assertThat(bot.asked()).extracting(RunningBot.Asked::uri).doesNotContain("/after");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_bot_that_is_not_running_and_a_host_that_is_not_there_are_said_once() {
        String gone = bot.address();
        bot.close();
        assertThat(pull("/a", "/b")).isEmpty();
        assertThat(rejected())
                .containsExactly("/a: the connection was refused: is the bot running, and is this its port?");
        assertThat(gone).startsWith("http://localhost:");
        Rejections other = new Rejections();
        HttpCapture.capture("http://nowhere.invalid:1", Pulling.of("/a", "/b"), data, SMALL, NOW, other);
        assertThat(other.rejected())
                .extracting(Rejected::reason)
                .containsExactly("there is no host \"nowhere.invalid\"");
    }

    @Test
    void a_login_is_not_sent_and_the_pull_ends() {
        bot.on("/a", exchange -> RunningBot.answer(exchange, 401, "{}")).on("/b", "{}");
        assertThat(pull("/a", "/b")).isEmpty();
        assertThat(rejected()).singleElement().asString().startsWith("/a: it asks for a login (401), and none is sent");
        Rejections other = new Rejections();
        HttpCapture.capture("http://me:secret@localhost:1", Pulling.of("/a"), data, SMALL, NOW, other);
        assertThat(other.rejected())
                .extracting(Rejected::toString)
                .containsExactly("http://localhost:1: a name or password in an address is not sent: leave it away");
    }

    @Test
    void a_redirect_is_followed_on_the_same_host_only() {
        bot.on("/old", RunningBot.redirect("/new"))
                .on("/new", "{\"a\":1}")
                .on("/away", RunningBot.redirect("http://127.0.0.1:" + bot.port() + "/new"))
                .on("/port", RunningBot.redirect("http://localhost:1/new"))
                .on("/file", RunningBot.redirect("file:///etc/passwd"))
                .on("/round", RunningBot.redirect("/round"));
        assertThat(pull("/old", "/away", "/port", "/file", "/round")).hasSize(1);
        assertThat(rejected())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("/away: it sends on to \"http://127.0.0.1:"))
                .anyMatch(line -> line.startsWith("/port: it sends on to \"http://localhost:1/new\""))
                .anyMatch(line -> line.startsWith("/file: it sends on to \"file:///etc/passwd\""))
                .anyMatch(line -> line.equals("/round: it sends on more than 5 times"));
    }

    @Test
    void a_packed_answer_is_rejected() {
        bot.on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            RunningBot.answer(exchange, 200, "{}");
        });
        assertThat(pull("/a")).isEmpty();
        assertThat(rejected()).containsExactly("/a: the answer is packed (gzip), which was not asked for");
    }

    @Test
    void an_address_with_a_path_is_that_answer_alone() {
        bot.on(
                        "/metrics",
                        exchange -> RunningBot.answer(
                                exchange, 200, "# TYPE orders_created_total counter\norders_created_total 3\n"))
                .on("/api/trades", "[]");
        assertThat(capture(bot.address() + "/metrics", NOW, "/status"))
                .containsExactly("pulled/example-localhost-PORT/20261116T100030Z/metrics.prom");
        assertThat(capture(bot.address() + "/api/trades?limit=5", NOW, "/api/trades -> all/trades.json"))
                .containsExactly("pulled/example-localhost-PORT/20261116T100031Z/all/trades.json");
        assertThat(bot.asked()).extracting(RunningBot.Asked::uri).containsExactly("/metrics", "/api/trades?limit=5");
    }

    @Test
    void a_path_that_ends_with_a_slash_stands_before_every_path() {
        bot.on("/bots/one/api/status", "{}");
        assertThat(capture(bot.address() + "/bots/one/", NOW, "/api/status")).hasSize(1);
    }

    // python3: 604800 / 10000 = 60.48 s a step, and the next multiple of 15 s is 75; 1794823230 - 604800 = 1794218430
    @Test
    void a_Prometheus_server_is_asked_for_the_history_of_each_metric_since_it_was_last_kept() {
        bot.on(
                        PrometheusPull.NAMES,
                        "{\"status\":\"success\",\"data\":[\"orders_created_total\",\"go_threads\",\"orders:rate\"]}")
                .on(
                        "/api/v1/query_range",
                        exchange -> RunningBot.answer(
                                exchange,
                                200,
                                exchange.getRequestURI().getQuery().contains("query=orders_created_total")
                                        ? "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1,\"2\"]]}]}}"
                                        : "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}"));
        assertThat(pull("/metrics -> metrics.prom", "prometheus orders.*"))
                .containsExactly("pulled/example-localhost-PORT/20261116T100030Z/prometheus/orders_created_total.json");
        capture(bot.address(), NOW.plusSeconds(3_600), "/metrics -> metrics.prom", "prometheus orders.*");
        assertThat(bot.asked())
                .extracting(RunningBot.Asked::uri)
                .containsExactly(
                        "/api/v1/label/__name__/values",
                        "/api/v1/query_range?query=orders_created_total&start=1794218400&end=1794823200&step=75",
                        "/api/v1/query_range?query=orders%3Arate&start=1794218400&end=1794823200&step=75",
                        "/api/v1/label/__name__/values",
                        "/api/v1/query_range?query=orders_created_total&start=1794823230&end=1794826830&step=15",
                        "/api/v1/query_range?query=orders%3Arate&start=1794222000&end=1794826800&step=75");
    }

    @Test
    void an_address_without_a_system_is_told_which_it_answers_like() {
        bot.on("/api/metrics", KrakenTest.METRICS.formatted("1794823200.5"));
        LoadReport report = importAs(Optional.empty());
        assertThat(report.rejected())
                .extracting(Rejected::reason)
                .containsExactly("it answers like kraken: name the system with --as kraken");
        assertThat(data.resolve("pulled")).doesNotExist();
    }

    @Test
    void an_address_that_answers_like_no_system_is_told_the_systems_that_can_be_asked() {
        assertThat(importAs(Optional.empty()).rejected())
                .singleElement()
                .asString()
                .contains("an address does not say whose bot this is: name its system with --as, one of ")
                .contains("kraken");
    }

    @Test
    void a_line_that_runs_over_nothing_or_leaves_the_folder_is_refused() {
        assertThatThrownBy(() -> Pull.parse("api/trades")).hasMessageContaining("expected a path such as /api/trades");
        assertThatThrownBy(() -> Pull.parse("/a -> ../b.json")).hasMessageContaining("expected a file name");
        assertThatThrownBy(() -> Pull.parse("/a -> /etc/b.json")).hasMessageContaining("expected a file name");
        assertThatThrownBy(() -> Pull.parse("prometheus (")).hasMessageContaining("expected a pattern of metric names");
    }
}
