package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumb review --notify}: the page comes by mail, its address by webhook. */
final class ReviewNotifyTest {

    @TempDir
    Path data;

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        mail.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        StringBuilder trades =
                new StringBuilder("id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n");
        for (int i = 0; i < 40; i++) {
            trades.append(i)
                    .append(",BTCUSDT,long,2026-01-0%d".formatted(1 + i / 8))
                    .append("T0%d:00:00Z,2026-01-0%d".formatted(i % 8, 1 + i / 8))
                    .append("T0%d:30:00Z,1,100,".formatted(i % 8))
                    .append(i % 4 == 0 ? "110,10\n" : "90,-10\n");
        }
        Path file = Files.writeString(data.resolve("trades.csv"), trades.toString());
        assertThat(Said.by("import", file.toString(), "--agent", "mine", "--data", data.toString())
                        .code())
                .isZero();
        Files.writeString(data.resolve("notify.yaml"), """
                link: https://reports.example.org/
                channels:
                  - kind: webhook
                    url: http://127.0.0.1:%d
                  - kind: mail
                    host: 127.0.0.1
                    port: %d
                    security: none
                    from: plumb@example.org
                    to: me@example.org
                """.formatted(
                        server.getAddress().getPort(), mail.getSmtp().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        mail.stop();
    }

    private Said review(String... more) {
        List<String> command = new ArrayList<>(List.of(
                "review",
                "daily",
                "--data",
                data.toString(),
                "--reports",
                data.resolve("pages").toString(),
                "--as-of",
                "2026-01-05"));
        command.addAll(List.of(more));
        return Said.by(command.toArray(String[]::new));
    }

    @Test
    void a_review_is_sent_each_time_with_its_page() throws Exception {
        Said said = review("--notify", "--static");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.err()).contains("notify: webhook", "was told", "notify: mail");
        JsonNode body = new ObjectMapper().readTree(bodies.get(0));
        assertThat(body.get("review").asText()).isEqualTo("daily review");
        assertThat(body.get("subject").asText()).endsWith("daily review, mine");
        String page = "2026-01-05/daily-summary-csv-mine.html";
        assertThat(body.get("report").asText()).isEqualTo("https://reports.example.org/" + page);
        MimeMessage letter = mail.getReceivedMessages()[0];
        Multipart whole = (Multipart) letter.getContent();
        assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("daily-summary-csv-mine.html");
        assertThat(String.valueOf(whole.getBodyPart(1).getContent())
                        .replace("\r\n", "\n")
                        .strip())
                .isEqualTo(Files.readString(data.resolve("pages").resolve(page)).strip());
        Said again = review("--notify", "--static", "--dry-run");
        assertThat(again.out()).as("it goes out again").contains("this would be sent", "daily review of mine");
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void what_cannot_be_sent_is_said_before_the_review_begins() throws IOException {
        Files.delete(data.resolve("notify.yaml"));
        Said said = review("--notify");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("notify.yaml: there is no such file");
        assertThat(data.resolve("pages")).doesNotExist();
    }
}
