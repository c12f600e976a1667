package dev.plumbline.notify;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The values of the environment variables that the channels name. It has no way to be printed. */
final class Secrets {

    private static final int SHORTEST = 4;

    private final Map<String, String> values = new HashMap<>();
    private final List<String> forms = new ArrayList<>();

    /** @param environment such as {@code System::getenv}; null for a variable that is not set */
    static Secrets of(List<String> variables, UnaryOperator<@Nullable String> environment) {
        Secrets secrets = new Secrets();
        for (String variable : variables) {
            String value = environment.apply(variable);
            if (value != null && !value.isBlank()) {
                secrets.add(variable, value.strip());
            }
        }
        // the longest first: a part of a secret must not be left over
        secrets.forms.sort(Comparator.comparing(String::length).reversed());
        return secrets;
    }

    private void add(String variable, String value) {
        values.put(variable, value);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (String form : List.of(
                value,
                Seen.plain(value),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
            remember(form);
        }
        try {
            URI uri = URI.create(value);
            Optional.ofNullable(uri.getHost()).ifPresent(host -> {
                String path = Optional.ofNullable(uri.getRawPath()).orElse("");
                remember(path);
                remember(path.substring(path.lastIndexOf('/') + 1));
                remember(Optional.ofNullable(uri.getRawQuery()).orElse(""));
            });
        } catch (IllegalArgumentException e) {
            // no address: the value itself is remembered
            return;
        }
    }

    private void remember(String form) {
        if (form.length() >= SHORTEST) {
            forms.add(form);
        }
    }

    boolean has(String variable) {
        return values.containsKey(variable);
    }

    /** @throws IllegalStateException when the variable is not set */
    String value(String variable) {
        return Optional.ofNullable(values.get(variable))
                .orElseThrow(() -> new IllegalStateException("the environment variable " + variable + " is not set"));
    }

    /** The text without any of the secrets, whoever put them there. */
    String clean(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, "•••");
        }
        return clean;
    }

    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
