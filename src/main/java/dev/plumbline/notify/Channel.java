package dev.plumbline.notify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A way to somebody. Secrets are named by their environment variable and never held. */
public sealed interface Channel {

    /** How the channel is called in messages and in what is remembered. */
    String name();

    Set<Topic> topics();

    /** {@code telegram}, and where to, as far as it is no secret. */
    String words();

    /** The environment variables that it needs. */
    List<String> variables();

    /** Whose JSON a webhook understands. */
    enum Body {
        WEBHOOK,
        SLACK,
        DISCORD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One of url and urlVariable is there; authorization is the variable that holds that header's value. */
    record Webhook(
            String name,
            Set<Topic> topics,
            Body body,
            Optional<String> url,
            Optional<String> urlVariable,
            Optional<String> authorization)
            implements Channel {

        @Override
        public String words() {
            return body.word() + url.map(it -> " " + it).orElseGet(() -> " $" + urlVariable.orElse(""));
        }

        @Override
        public List<String> variables() {
            return Stream.concat(urlVariable.stream(), authorization.stream()).toList();
        }
    }

    /** A bot's message into a chat. */
    record Telegram(String name, Set<Topic> topics, String server, String chat, String token) implements Channel {

        @Override
        public String words() {
            return "telegram chat " + chat;
        }

        @Override
        public List<String> variables() {
            return List.of(token);
        }
    }

    /** How a connection to a mail server is encrypted. */
    enum Security {
        STARTTLS(587),
        TLS(465),
        NONE(25);

        final int port;

        Security(int port) {
            this.port = port;
        }
    }

    /** A mail with the page attached; password is the variable that holds it. */
    record Mail(
            String name,
            Set<Topic> topics,
            String host,
            int port,
            Security security,
            Optional<String> user,
            Optional<String> password,
            String from,
            List<String> to,
            boolean attach)
            implements Channel {

        public Mail {
            to = List.copyOf(to);
        }

        @Override
        public String words() {
            return "mail to " + String.join(", ", to);
        }

        @Override
        public List<String> variables() {
            return password.stream().toList();
        }
    }
}
