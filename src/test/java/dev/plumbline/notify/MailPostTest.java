package dev.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail, against a real SMTP server. */
final class MailPostTest {

    private static final String PASSWORD = "hunter2-is-long";
    private static final Patience SHORT =
            new Patience(2, Duration.ofMillis(10), Duration.ofSeconds(1), Duration.ofMillis(700));
    private static final Message MESSAGE = new Message(
            "■ RED  win rate · bot\r\nBcc: x@y.z",
            List.of(new Part("■ RED <1>", List.of("a & b: −16.7 pt"))),
            JsonNodeFactory.instance.objectNode(),
            List.of(new Message.Page("plumbline-2026-11-17.html", "<!doctype html><title>§</title>")));

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.SMTPS.dynamicPort()});

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Delivery send(Channel.Mail channel) {
        return send(channel, new Properties());
    }

    private static Delivery send(Channel.Mail channel, Properties besides) {
        Secrets secrets = Secrets.of(channel.variables(), Map.of("SMTP_PASSWORD", PASSWORD)::get);
        return new Post(secrets, SHORT, besides).send(channel, MESSAGE);
    }

    private static Channel.Mail mail(int port, Channel.Security security, Optional<String> user, String... to) {
        return new Channel.Mail(
                "mail",
                EnumSet.allOf(Topic.class),
                "127.0.0.1",
                port,
                security,
                user,
                user.map(any -> "SMTP_PASSWORD"),
                "Plumbline <plumb@example.org>",
                List.of(to),
                true);
    }

    private int start() {
        server.start();
        return server.getSmtp().getPort();
    }

    @Test
    void text_and_html_arrive_with_the_page_attached() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(send(mail(start(), Channel.Security.NONE, Optional.empty(), "me@example.org", "you@example.org")))
                .isEqualTo(Delivery.done());
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("■ RED  win rate · bot Bcc: x@y.z");
        assertThat(mail.getHeader("Bcc")).as("no header from the subject").isNull();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate().toInstant()).isBetween(before, Instant.now());
        assertThat(mail.getFrom()[0]).hasToString("Plumbline <plumb@example.org>");
        Multipart whole = (Multipart) mail.getContent();
        Multipart both = (Multipart) whole.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContent()).isEqualTo("■ RED <1>\r\na & b: −16.7 pt");
        assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(String.valueOf(both.getBodyPart(1).getContent()))
                .contains("■ RED &lt;1&gt;</strong><br>", "a &amp; b: −16.7 pt");
        BodyPart page = whole.getBodyPart(1);
        assertThat(page.getFileName()).isEqualTo("plumbline-2026-11-17.html");
        assertThat(page.getContent()).isEqualTo("<!doctype html><title>§</title>");
    }

    @Test
    void user_and_password_are_shown_to_the_server_and_to_nobody_else() {
        server.setUser("me@example.org", "plumb", PASSWORD);
        int port = start();
        assertThat(send(mail(port, Channel.Security.NONE, Optional.of("plumb"), "me@example.org")))
                .isEqualTo(Delivery.done());
        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]))
                .doesNotContain(PASSWORD);
        server.setUser("me@example.org", "plumb", "another");
        assertThat(send(mail(port, Channel.Security.NONE, Optional.of("plumb"), "me@example.org"))
                        .words())
                .startsWith("the mail server refused user or password: ")
                .doesNotContain(PASSWORD);
    }

    @Test
    void a_connection_that_is_encrypted_from_the_start_needs_a_certificate_that_can_be_trusted() {
        server.start();
        Channel.Mail channel =
                mail(server.getSmtps().getPort(), Channel.Security.TLS, Optional.empty(), "me@example.org");
        assertThat(send(channel).sent()).isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();
        Properties trusting = new Properties();
        trusting.put("mail.smtp.ssl.trust", "*");
        trusting.put("mail.smtp.ssl.checkserveridentity", "false");
        assertThat(send(channel, trusting)).isEqualTo(Delivery.done());
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_connection_becomes_encrypted_before_password_or_mail_are_sent(@TempDir Path folder) throws Exception {
        server.setUser("me@example.org", "plumb", PASSWORD);
        try (StartTls door = new StartTls(folder, start())) {
            Channel.Mail channel = mail(door.port(), Channel.Security.STARTTLS, Optional.of("plumb"), "me@example.org");
            assertThat(send(channel).words()).as("nobody knows its certificate").contains("certification path");
            assertThat(server.getReceivedMessages()).isEmpty();
            Properties trusting = new Properties();
            trusting.put("mail.smtp.ssl.socketFactory", door.trusting());
            assertThat(send(channel, trusting)).isEqualTo(Delivery.done());
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void a_server_without_starttls_gets_nothing_where_it_is_asked_for() {
        Delivery delivery = send(mail(start(), Channel.Security.STARTTLS, Optional.of("plumb"), "me@example.org"));
        assertThat(delivery.sent()).isFalse();
        assertThat(delivery.words()).contains("STARTTLS").doesNotContain(PASSWORD);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobody_at_the_port_is_said() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(send(mail(port, Channel.Security.NONE, Optional.empty(), "me@example.org"))
                        .words())
                .startsWith("no connection to 127.0.0.1:" + port)
                .endsWith("(tried 2 times)");
    }

    @Test
    void a_server_that_says_nothing_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Delivery delivery =
                    send(mail(silent.getLocalPort(), Channel.Security.NONE, Optional.empty(), "me@example.org"));
            assertThat(delivery.sent()).isFalse();
            assertThat(delivery.words()).endsWith("(tried 2 times)");
        }
    }

    @Test
    void a_server_that_dies_in_the_middle_is_said() throws Exception {
        try (Script server = new Script(Map.of("DATA", ""))) {
            Delivery delivery = send(mail(server.port(), Channel.Security.NONE, Optional.empty(), "me@example.org"));
            assertThat(delivery.sent()).isFalse();
            assertThat(delivery.words()).doesNotContain("\n").endsWith("(tried 2 times)");
        }
    }

    @Test
    void an_address_that_is_refused_does_not_keep_the_mail_from_the_others() throws Exception {
        try (Script server = new Script(Map.of("RCPT TO:<gone@", "550 no such user here"))) {
            Delivery delivery = send(
                    mail(server.port(), Channel.Security.NONE, Optional.empty(), "me@example.org", "gone@example.org"));
            assertThat(delivery).isEqualTo(new Delivery(true, "not delivered to gone@example.org"));
            Delivery none = send(mail(server.port(), Channel.Security.NONE, Optional.empty(), "gone@example.org"));
            assertThat(none.sent()).isFalse();
            assertThat(none.words()).contains("gone@example.org", "550 no such user here");
        }
    }

    /** An SMTP server that follows a script: what it answers to a line that begins so; an empty answer hangs up. */
    private static final class Script implements AutoCloseable {

        private final ServerSocket socket;

        Script(Map<String, String> answers) throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> {
                while (!socket.isClosed()) {
                    try (Socket client = socket.accept()) {
                        talk(client, answers);
                    } catch (IOException e) {
                        // the client went away, or the test is over
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private static void talk(Socket client, Map<String, String> answers) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 script");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String said = line;
                Optional<String> answer = answers.entrySet().stream()
                        .filter(it -> said.startsWith(it.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
                if (data) {
                    if (line.equals(".")) {
                        data = false;
                        say(client, "250 taken");
                    }
                } else if (answer.isPresent()) {
                    if (answer.get().isEmpty()) {
                        return;
                    }
                    say(client, answer.get());
                } else if (line.equals("DATA")) {
                    data = true;
                    say(client, "354 go on");
                } else {
                    say(client, "250 ok");
                }
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
