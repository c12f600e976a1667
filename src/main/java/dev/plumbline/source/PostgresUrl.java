package dev.plumbline.source;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who asks. The password is handed to the driver and to nobody else: neither
 * {@link #shown} nor a message has it.
 */
final class PostgresUrl {

    private static final Pattern URL =
            Pattern.compile("(?i)(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:/@?]*)(?::(?<password>.*))?@)?"
                    + "(?<host>[\\w.,:\\[\\]-]*)(?:/(?<database>[^/?#]*))?(?:\\?(?<parameters>[^#]*))?");
    /** What may be added to a URL; other parameters of the driver can name classes and files to use. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "user", "user",
            "password", "password",
            "sslmode", "sslmode",
            "sslrootcert", "sslrootcert",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "currentSchema", "currentSchema");

    private static final String EXPECTED = "a URL such as postgresql://user@host:5432/database was expected";

    private final String host;
    private final String database;
    private final Map<String, String> parameters;

    private PostgresUrl(String host, String database, Map<String, String> parameters) {
        this.host = host;
        this.database = database;
        this.parameters = parameters;
    }

    /** @throws IllegalArgumentException where this is no such URL; the message does not repeat it */
    static PostgresUrl parse(String text) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            throw new IllegalArgumentException(EXPECTED + "; other characters than letters and digits in a password are"
                    + " written as %40, or leave it to PGPASSWORD or ~/.pgpass");
        }
        Map<String, String> parameters = new TreeMap<>();
        put(parameters, "user", url.group("user"));
        put(parameters, "password", url.group("password"));
        String added = Optional.ofNullable(url.group("parameters")).orElse("");
        for (String parameter : added.isEmpty() ? new String[0] : added.split("&", -1)) {
            String name = parameter.substring(0, Math.max(0, parameter.indexOf('=')));
            if (!PARAMETERS.containsKey(name)) {
                throw new IllegalArgumentException("there is a parameter that is not known: one of "
                        + String.join(", ", new TreeMap<>(PARAMETERS).keySet()) + " was expected");
            }
            put(parameters, name, parameter.substring(name.length() + 1));
        }
        return new PostgresUrl(
                url.group("host"),
                decoded(Optional.ofNullable(url.group("database")).orElse("")),
                parameters);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String written) {
        if (written != null && !written.isEmpty()) {
            parameters.put(name, decoded(written));
        }
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // its message would quote what may be a password
            throw new IllegalArgumentException(EXPECTED + ": a % is followed by two hexadecimal digits");
        }
    }

    /** The URL without password and parameters: what messages and the books name. */
    String shown() {
        String user = parameters.getOrDefault("user", "");
        return "postgresql://" + (user.isEmpty() ? "" : user + "@") + place()
                + (database.isEmpty() ? "" : "/" + database);
    }

    /** The server, for messages. */
    String place() {
        return host.isEmpty() ? "localhost" : host;
    }

    String user() {
        return parameters.getOrDefault("user", System.getProperty("user.name", ""));
    }

    String database() {
        return database.isEmpty() ? user() : database;
    }

    /** What the driver is asked to open. */
    String jdbc() {
        return "jdbc:postgresql://" + place() + "/" + URLEncoder.encode(database(), StandardCharsets.UTF_8);
    }

    /** Who asks, and how. Without a password here the driver looks into {@code ~/.pgpass}, or where PGPASSFILE says. */
    Properties properties(Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("user", user());
        Optional.ofNullable(environment.get("PGPASSWORD"))
                .ifPresent(value -> properties.setProperty("password", value));
        properties.putAll(parameters);
        return properties;
    }

    @Override
    public String toString() {
        return shown();
    }
}
