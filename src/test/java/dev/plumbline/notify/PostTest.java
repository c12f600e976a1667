package dev.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Webhooks and Telegram, against a real server. */
final class PostTest {

    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final Set<Topic> ALL = EnumSet.allOf(Topic.class);
    private static final Patience SHORT =
            new Patience(3, Duration.ofMillis(10), Duration.ofSeconds(2), Duration.ofMillis(700));

    private static final Message MESSAGE = new Message(
            "■ RED  win rate",
            List.of(new Part("■ RED <1>", List.of("a & b", "@everyone"))),
            JsonNodeFactory.instance.objectNode().put("verdict", "red"),
            List.of());

    private static Delivery send(Channel channel, Map<String, String> environment) {
        Secrets secrets = Secrets.of(channel.variables(), environment::get);
        return new Post(secrets, SHORT, new Properties()).send(channel, MESSAGE);
    }

    private static Delivery send(Channel channel) {
        return send(channel, Map.of("TOKEN", TOKEN, "AUTHORIZATION", "Bearer s3cr3t-bearer", "URL", "unused"));
    }

    private static Channel telegram(Hook hook) {
        return new Channel.Telegram("phone", ALL, hook.url() + "/", "-100123", "TOKEN");
    }

    private static Channel webhook(String url) {
        return new Channel.Webhook(
                "own", ALL, Channel.Body.WEBHOOK, Optional.of(url), Optional.empty(), Optional.of("AUTHORIZATION"));
    }

    private static JsonNode json(Hook.Got got) throws IOException {
        return new ObjectMapper().readTree(got.body());
    }

    @Test
    void telegram_gets_escaped_html_for_its_chat() throws IOException {
        try (Hook hook = Hook.open()) {
            assertThat(send(telegram(hook))).isEqualTo(Delivery.done());
            Hook.Got got = hook.got().get(0);
            assertThat(got.path()).isEqualTo("/bot" + TOKEN + "/sendMessage");
            assertThat(got.type()).startsWith("application/json");
            assertThat(json(got).get("chat_id").asText()).isEqualTo("-100123");
            assertThat(json(got).get("parse_mode").asText()).isEqualTo("HTML");
            assertThat(json(got).get("text").asText()).isEqualTo("<b>■ RED &lt;1&gt;</b>\na &amp; b\n@everyone");
        }
    }

    @Test
    void a_webhook_gets_the_message_for_machines_and_as_text() throws IOException {
        try (Hook hook = Hook.open()) {
            assertThat(send(webhook(hook.url() + "/in"))).isEqualTo(Delivery.done());
            JsonNode body = json(hook.got().get(0));
            assertThat(body.get("verdict").asText()).isEqualTo("red");
            assertThat(body.get("subject").asText()).isEqualTo("■ RED  win rate");
            assertThat(body.get("text").asText()).isEqualTo("■ RED <1>\na & b\n@everyone");
            assertThat(hook.got().get(0).authorization()).isEqualTo("Bearer s3cr3t-bearer");
        }
    }

    @Test
    void slack_and_discord_get_what_they_read_and_nobody_is_called() throws IOException {
        try (Hook hook = Hook.open()) {
            for (Channel.Body body : List.of(Channel.Body.SLACK, Channel.Body.DISCORD)) {
                Channel channel =
                        new Channel.Webhook("x", ALL, body, Optional.empty(), Optional.of("URL"), Optional.empty());
                assertThat(send(channel, Map.of("URL", hook.url() + "/services/T0/B0")))
                        .isEqualTo(Delivery.done());
            }
            JsonNode slack = json(hook.got().get(0));
            assertThat(slack).hasSize(1);
            assertThat(slack.get("text").asText()).isEqualTo("*■ RED &lt;1&gt;*\na &amp; b\n@everyone");
            JsonNode discord = json(hook.got().get(1));
            assertThat(discord.get("content").asText()).isEqualTo("**■ RED \\<1\\>**\na & b\n\\@everyone");
            assertThat(discord.get("allowed_mentions").get("parse")).isEmpty();
        }
    }

    @Test
    void a_server_that_is_busy_is_asked_again_when_it_says() throws IOException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        try (Hook hook = Hook.open((n, exchange) -> {
            if (n < 3) {
                exchange.getResponseHeaders().add("Retry-After", n == 1 ? "0" : date);
            }
            Hook.answer(exchange, n < 3 ? 429 : 200, "");
        })) {
            assertThat(send(webhook(hook.url()))).isEqualTo(Delivery.done());
            assertThat(hook.got()).hasSize(3);
        }
    }

    @Test
    void a_server_that_asks_for_too_much_time_is_left_to_the_next_run() throws IOException {
        try (Hook hook = Hook.open((n, exchange) -> Hook.answer(
                exchange, 429, "{\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":900}}"))) {
            assertThat(send(telegram(hook)).words())
                    .isEqualTo(
                            "the server answered 429: Too Many Requests, and asks to wait 900 s: left to the next run");
            assertThat(hook.got()).hasSize(1);
        }
    }

    @Test
    void what_the_server_refuses_is_not_tried_again() throws IOException {
        try (Hook hook = Hook.open((n, exchange) ->
                Hook.answer(exchange, 401, "{\"ok\":false,\"description\":\"Unauthorized " + TOKEN + "\"}"))) {
            assertThat(send(telegram(hook)).words()).isEqualTo("the server answered 401: Unauthorized •••");
            assertThat(hook.got()).hasSize(1);
        }
    }

    @Test
    void a_redirect_is_not_followed_with_the_secret() throws IOException {
        try (Hook other = Hook.open();
                Hook hook = Hook.open((n, exchange) -> {
                    exchange.getResponseHeaders().add("Location", other.url());
                    Hook.answer(exchange, 307, "");
                })) {
            assertThat(send(webhook(hook.url())).words()).isEqualTo("the server answered 307");
            assertThat(other.got()).isEmpty();
        }
    }

    @Test
    void a_server_that_fails_for_ever_is_given_up_after_the_attempts() throws IOException {
        try (Hook hook = Hook.open((n, exchange) -> Hook.answer(exchange, 503, "down"))) {
            assertThat(send(webhook(hook.url())).words()).isEqualTo("the server answered 503: down (tried 3 times)");
            assertThat(hook.got()).hasSize(3);
        }
    }

    @Test
    void a_server_that_dies_in_the_middle_is_tried_again() throws IOException {
        try (Hook hook = Hook.open((n, exchange) -> {
            if (n == 1) {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write(1);
                throw new IOException("dies");
            }
            Hook.answer(exchange, 200, "");
        })) {
            assertThat(send(webhook(hook.url()))).isEqualTo(Delivery.done());
            assertThat(hook.got()).hasSize(2);
        }
    }

    @Test
    void a_server_that_never_answers_or_never_ends_is_given_up() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Hook hook = Hook.open((n, exchange) -> {
            if (n > 1) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            }
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            assertThat(send(webhook(hook.url())).words()).isEqualTo("no answer within 0.7 s (tried 3 times)");
        } finally {
            never.countDown();
        }
    }

    @Test
    void an_endless_answer_is_cut_off() throws IOException {
        try (Hook hook = Hook.open((n, exchange) -> {
            exchange.sendResponseHeaders(400, 0);
            byte[] much = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(much);
            }
        })) {
            assertThat(send(webhook(hook.url())).words())
                    .startsWith("the server answered 400: xxxx")
                    .hasSizeLessThan(400);
        }
    }

    @Test
    void nobody_at_the_address_is_said_without_it() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Channel channel = new Channel.Webhook(
                "x", ALL, Channel.Body.SLACK, Optional.empty(), Optional.of("URL"), Optional.empty());
        String secret = "http://127.0.0.1:" + port + "/services/T000/B000/very-secret";
        assertThat(send(channel, Map.of("URL", secret)).words())
                .startsWith("no connection")
                .endsWith("(tried 3 times)")
                .doesNotContain("very-secret");
    }

    @Test
    void what_is_no_address_or_token_is_not_shown() {
        Channel slack = new Channel.Webhook(
                "x", ALL, Channel.Body.SLACK, Optional.empty(), Optional.of("URL"), Optional.empty());
        for (String bad : List.of("very secret", "ftp://very.secret/x", "https:very-secret", "https://very secret/")) {
            assertThat(send(slack, Map.of("URL", bad)))
                    .isEqualTo(Delivery.failed("the address is none: https://… was expected"));
        }
        Channel telegram = new Channel.Telegram("phone", ALL, "https://127.0.0.1:1", "1", "TOKEN");
        assertThat(send(telegram, Map.of("TOKEN", "very secret\n/../")).words())
                .isEqualTo("what TOKEN holds is no token of a Telegram bot");
        assertThat(send(webhook("http://127.0.0.1:1/"), Map.of("AUTHORIZATION", "very\nsecret"))
                        .words())
                .isEqualTo("what AUTHORIZATION holds is no header: one line of ASCII was expected");
    }

    @Test
    void a_variable_that_is_not_set_is_named() {
        assertThat(send(webhook("http://127.0.0.1:1/"), Map.of("AUTHORIZATION", " ")))
                .isEqualTo(Delivery.failed("the environment variable AUTHORIZATION is not set"));
    }
}
