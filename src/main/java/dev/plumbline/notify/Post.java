package dev.plumbline.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Sends a message over a channel. What goes wrong is an answer, in words without secrets, and never an exception. */
final class Post {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Secrets secrets;
    private final Patience patience;
    private final Properties mail;

    /** @param mail what Jakarta Mail is told besides; none outside tests */
    Post(Secrets secrets, Patience patience, Properties mail) {
        this.secrets = secrets;
        this.patience = patience;
        this.mail = mail;
    }

    Delivery send(Channel channel, Message message) {
        Optional<String> missing =
                channel.variables().stream().filter(it -> !secrets.has(it)).findFirst();
        if (missing.isPresent()) {
            return Delivery.failed("the environment variable " + missing.get() + " is not set");
        }
        Delivery delivery;
        try {
            delivery = deliver(channel, message);
        } catch (RuntimeException e) {
            // its message may hold the address or the token, in whatever form
            delivery = Delivery.failed("it could not be sent: " + e.getClass().getSimpleName());
        }
        return new Delivery(delivery.sent(), secrets.clean(delivery.words()));
    }

    private Delivery deliver(Channel channel, Message message) {
        if (channel instanceof Channel.Telegram telegram) {
            return telegram(telegram, message);
        }
        if (channel instanceof Channel.Webhook webhook) {
            return webhook(webhook, message);
        }
        return new MailPost((Channel.Mail) channel, secrets, patience, mail).send(message);
    }

    private Delivery telegram(Channel.Telegram channel, Message message) {
        String server = channel.server().replaceAll("/+$", "");
        String token = secrets.value(channel.token());
        if (!token.matches("[A-Za-z0-9:_-]+")) {
            return Delivery.failed("what " + channel.token() + " holds is no token of a Telegram bot");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("chat_id", channel.chat())
                .put("text", Forms.telegram(message))
                .put("parse_mode", "HTML")
                .put("disable_web_page_preview", true);
        return new HttpPost(patience)
                .send(
                        URI.create(server + "/bot" + token + "/sendMessage"),
                        Map.of(),
                        text(body),
                        answer -> json(answer)
                                .map(it -> it.path("parameters").path("retry_after"))
                                .filter(JsonNode::isNumber)
                                .map(it -> Duration.ofSeconds(it.asLong())),
                        answer -> json(answer)
                                .map(it -> it.path("description").asText(""))
                                .orElse(""));
    }

    private Delivery webhook(Channel.Webhook channel, Message message) {
        ObjectNode body =
                switch (channel.body()) {
                    case SLACK -> JsonNodeFactory.instance.objectNode().put("text", Forms.slack(message));
                    case DISCORD -> discord(message);
                    // what Slack and Discord read is there too: many servers take either form
                    case WEBHOOK ->
                        message.json()
                                .deepCopy()
                                .put("subject", message.subject())
                                .put("text", Forms.plain(message))
                                .put("content", Forms.discord(message));
                };
        String address = channel.url()
                .orElseGet(() -> secrets.value(channel.urlVariable().orElseThrow()));
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Delivery.failed("the address is none: https://… was expected");
        }
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
            return Delivery.failed("the address is none: https://… was expected");
        }
        Optional<String> broken = channel.authorization()
                .filter(variable -> secrets.value(variable).chars().anyMatch(c -> c < ' ' || c > '~'));
        if (broken.isPresent()) {
            return Delivery.failed("what " + broken.get() + " holds is no header: one line of ASCII was expected");
        }
        Map<String, String> headers = channel.authorization()
                .map(variable -> Map.of("Authorization", secrets.value(variable)))
                .orElse(Map.of());
        return new HttpPost(patience).send(uri, headers, text(body), answer -> Optional.empty(), HttpPost.Answer::body);
    }

    private static ObjectNode discord(Message message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("content", Forms.discord(message));
        body.putObject("allowed_mentions").putArray("parse");
        return body;
    }

    private static Optional<JsonNode> json(HttpPost.Answer answer) {
        try {
            return Optional.of(MAPPER.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String text(ObjectNode body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
