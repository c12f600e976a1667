package dev.plumbline.notify;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One channel of {@code notify.yaml}. No message shows a value that may be a secret. */
final class ChannelEntry {

    private static final List<String> COMMON = List.of("name", "kind", "send");
    private static final Map<String, List<String>> KEYS = Map.of(
            "webhook", List.of("url", "url_env", "authorization_env"),
            "slack", List.of("url_env"),
            "discord", List.of("url_env"),
            "telegram", List.of("chat", "token_env", "server"),
            "mail", List.of("host", "port", "security", "user", "password_env", "from", "to", "attach"));
    private static final List<String> KINDS = List.of("webhook", "slack", "discord", "telegram", "mail");

    /** Keys that would hold a secret, and what to write instead. */
    private static final Map<String, String> SECRETS = Map.of(
            "token", "token_env: TELEGRAM_TOKEN",
            "bot_token", "token_env: TELEGRAM_TOKEN",
            "password", "password_env: SMTP_PASSWORD",
            "pass", "password_env: SMTP_PASSWORD",
            "authorization", "authorization_env: WEBHOOK_AUTHORIZATION",
            "secret", "authorization_env: WEBHOOK_AUTHORIZATION",
            "api_key", "authorization_env: WEBHOOK_AUTHORIZATION");

    private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]{0,63}");
    private static final Pattern SECRET_URL = Pattern.compile(
            "(?i)hooks\\.slack\\.com|discord(app)?\\.com/api/webhooks|api\\.telegram\\.org|webhook\\.office\\.com"
                    + "|[?&][^=]*(token|key|secret|sig|pass)[^=]*=|//[^/]*@");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+|[^<>\\r\\n]*<[^\\s@<>]+@[^\\s@<>]+>");

    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final YamlMap entry;

    private ChannelEntry(YamlMap entry) {
        this.entry = entry;
    }

    static Channel read(YamlMap entry) {
        return new ChannelEntry(entry).channel();
    }

    private Channel channel() {
        for (String key : entry.keys()) {
            if (SECRETS.containsKey(key)) {
                throw entry.wrong(
                        key,
                        "a secret does not belong into this file: put it into an environment variable and name that, "
                                + "such as \"" + SECRETS.get(key)
                                + "\"; change the secret if others can read the file");
            }
        }
        String kind = entry.needed("kind", "kind: mail");
        if (!KINDS.contains(kind)) {
            throw entry.wrong("kind", "found \"" + kind + "\", one of " + String.join(", ", KINDS) + " was expected");
        }
        if (List.of("slack", "discord").contains(kind) && entry.value("url").isPresent()) {
            throw secretUrl();
        }
        entry.withOnly(Stream.concat(COMMON.stream(), KEYS.getOrDefault(kind, List.of()).stream())
                .toList());
        String name = entry.text("name").orElse(kind);
        if (!name.matches("[\\p{L}\\p{N} ._-]{1,40}")) {
            throw entry.wrong("name", "up to 40 letters, digits, spaces, dots and hyphens were expected");
        }
        return switch (kind) {
            case "telegram" -> telegram(name);
            case "mail" -> mail(name);
            default -> webhook(name, Channel.Body.valueOf(kind.toUpperCase(Locale.ROOT)));
        };
    }

    private Channel webhook(String name, Channel.Body body) {
        Optional<String> url = entry.text("url");
        Optional<String> variable = variable("url_env");
        if (url.isPresent() == variable.isPresent()) {
            throw entry.wrong(
                    body == Channel.Body.WEBHOOK
                            ? "one of url and url_env was expected"
                            : "there is no url_env here: the name of the variable that holds the address was expected");
        }
        url.ifPresent(text -> {
            if (SECRET_URL.matcher(text).find()) {
                throw secretUrl();
            }
            address("url", text, entry.value("authorization_env").isPresent());
        });
        return new Channel.Webhook(name, topics(), body, url, variable, variable("authorization_env"));
    }

    private IllegalArgumentException secretUrl() {
        return entry.wrong(
                "url",
                "who knows this address can post to it, so it is a secret: put it into an environment variable and"
                        + " name that, such as \"url_env: WEBHOOK_URL\"; make a new address if others can read the file");
    }

    private Channel telegram(String name) {
        String server = entry.text("server").orElse("https://api.telegram.org");
        address("server", server, true);
        String chat = entry.needed("chat", "chat: -1001234567890");
        if (!chat.matches("-?\\d{1,20}|@[A-Za-z0-9_]{4,40}")) {
            throw entry.wrong("chat", "a number such as -1001234567890, or a name such as @channel was expected");
        }
        return new Channel.Telegram(name, topics(), server, chat, needed("token_env", "TELEGRAM_TOKEN"));
    }

    private Channel mail(String name) {
        String word = entry.text("security").orElse("starttls");
        if (!List.of("starttls", "tls", "none").contains(word)) {
            throw entry.wrong("security", "found \"" + word + "\", starttls, tls or none was expected");
        }
        Channel.Security security = Channel.Security.valueOf(word.toUpperCase(Locale.ROOT));
        Optional<String> user = entry.text("user");
        Optional<String> password = variable("password_env");
        if (user.isPresent() != password.isPresent()) {
            throw entry.wrong("user and password_env come together: " + (user.isPresent() ? "password_env" : "user")
                    + " is missing");
        }
        String host = entry.needed("host", "host: smtp.example.org");
        if (security == Channel.Security.NONE && password.isPresent() && !LOCAL.contains(host)) {
            throw entry.wrong("security", "a password would go over the net unencrypted: starttls or tls was expected");
        }
        String from = entry.needed("from", "from: plumb@example.org");
        List<String> to = entry.value("to").map(YamlMap.Value::texts).orElse(List.of());
        if (to.isEmpty()) {
            throw entry.wrong("there is no to here: an address, or a list of them, was expected");
        }
        checked("from", List.of(from));
        checked("to", to);
        String attach = entry.text("attach").orElse("true");
        if (!List.of("true", "false").contains(attach)) {
            throw entry.wrong("attach", "true or false was expected");
        }
        return new Channel.Mail(
                name, topics(), host, port(security), security, user, password, from, to, attach.equals("true"));
    }

    private void checked(String key, List<String> addresses) {
        for (String one : addresses) {
            if (!ADDRESS.matcher(one).matches()) {
                throw entry.wrong(key, "found \"" + one + "\", a mail address was expected");
            }
        }
    }

    private int port(Channel.Security security) {
        Optional<String> text = entry.text("port");
        if (text.isEmpty()) {
            return security.port;
        }
        if (!text.get().matches("\\d{1,5}")
                || Integer.parseInt(text.get()) > 65_535
                || Integer.parseInt(text.get()) == 0) {
            throw entry.wrong("port", "found \"" + text.get() + "\", a number from 1 to 65535 was expected");
        }
        return Integer.parseInt(text.get());
    }

    private Set<Topic> topics() {
        Optional<YamlMap.Value> value = entry.value("send");
        if (value.isEmpty()) {
            return EnumSet.allOf(Topic.class);
        }
        EnumSet<Topic> topics = EnumSet.noneOf(Topic.class);
        for (String word : value.get().texts()) {
            topics.add(Topic.of(word)
                    .orElseThrow(() -> entry.wrong(
                            "send",
                            "found \"" + word + "\", one of " + String.join(", ", Topic.words()) + " was expected")));
        }
        return topics;
    }

    private void address(String key, String text, boolean secret) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            // without the cause, whose message shows the text
            throw noAddress(key);
        }
        String host = uri.getHost();
        if (!List.of("http", "https").contains(String.valueOf(uri.getScheme())) || host == null) {
            throw noAddress(key);
        }
        if (secret && "http".equals(uri.getScheme()) && !LOCAL.contains(host)) {
            throw entry.wrong(key, "a secret would go over the net unencrypted: https:// was expected");
        }
    }

    private IllegalArgumentException noAddress(String key) {
        return entry.wrong(key, "an address that begins with https:// or http:// was expected");
    }

    private String needed(String key, String such) {
        return variable(key)
                .orElseThrow(() -> entry.wrong("there is no " + key
                        + " here: the name of the environment variable that holds it was expected, such as \"" + key
                        + ": "
                        + such + "\""));
    }

    /** The name of an environment variable; what is none may be the secret itself and is not shown. */
    private Optional<String> variable(String key) {
        Optional<String> name = entry.text(key);
        if (name.isPresent() && !VARIABLE.matcher(name.get()).matches()) {
            throw entry.wrong(
                    key,
                    "the name of an environment variable in capitals, such as TELEGRAM_TOKEN, was expected, not what"
                            + " it holds");
        }
        return name;
    }
}
