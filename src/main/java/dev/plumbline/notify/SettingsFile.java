package dev.plumbline.notify;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code notify.yaml}, strictly: what is not known is an error with its line. */
final class SettingsFile {

    private static final List<String> KEYS = List.of(
            "zone",
            "yellow_within",
            "repeat_red",
            "repeat_yellow",
            "resolved_after",
            "digest_at",
            "heartbeat_at",
            "quiet",
            "link",
            "channels");

    private SettingsFile() {}

    static Settings read(Path file) {
        YamlMap root = YamlMap.read(file).withOnly(KEYS);
        Routing usual = Routing.USUAL;
        ZoneId zone = root.text("zone").map(text -> zone(root, text)).orElse(usual.zone());
        Routing routing = new Routing(
                zone,
                length(root, "yellow_within", usual.warnings()),
                length(root, "repeat_red", usual.repeatRed()),
                length(root, "repeat_yellow", usual.repeatYellow()),
                length(root, "resolved_after", usual.resolvedAfter()),
                daily(root, "digest_at", usual.digest()),
                daily(root, "heartbeat_at", usual.heartbeat()),
                root.text("quiet").map(text -> quiet(root, text)));
        List<Channel> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<YamlMap> entries = root.value("channels").map(YamlMap.Value::maps).orElse(List.of());
        for (YamlMap entry : entries) {
            Channel channel = ChannelEntry.read(entry);
            if (!names.add(channel.name())) {
                throw entry.wrong("a second channel is called \"" + channel.name()
                        + "\": give each a \"name\" of its own, what was told is remembered by it");
            }
            channels.add(channel);
        }
        if (channels.isEmpty()) {
            throw root.wrong("there are no channels: \"channels:\" and below it an entry such as \"- kind: mail\" were"
                    + " expected");
        }
        return new Settings(routing, root.text("link").map(text -> link(root, text)), channels);
    }

    private static String link(YamlMap root, String text) {
        if (!text.matches("https?://\\S+")) {
            throw root.wrong("link", "an address that begins with http:// or https:// was expected");
        }
        return text.endsWith("/") ? text : text + "/";
    }

    private static ZoneId zone(YamlMap root, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw root.wrong("zone", "found \"" + text + "\", a zone such as Europe/Berlin or UTC was expected");
        }
    }

    private static Duration length(YamlMap root, String key, Duration usual) {
        return root.text(key)
                .map(text -> Times.length(text)
                        .orElseThrow(() ->
                                root.wrong(key, "found \"" + text + "\", a length such as 15m, 6h or 1d was expected")))
                .orElse(usual);
    }

    private static Optional<LocalTime> daily(YamlMap root, String key, Optional<LocalTime> usual) {
        Optional<String> text = root.text(key);
        if (text.isEmpty()) {
            return usual;
        }
        return text.get().equals("never") ? Optional.empty() : Optional.of(time(root, key, text.get()));
    }

    private static QuietHours quiet(YamlMap root, String text) {
        String[] ends = text.split("\\s*(-|–|to)\\s*", -1);
        if (ends.length != 2) {
            throw root.wrong("quiet", "found \"" + text + "\", hours such as 22:00-07:00 were expected");
        }
        QuietHours hours = new QuietHours(time(root, "quiet", ends[0]), time(root, "quiet", ends[1]));
        if (hours.from().equals(hours.to())) {
            throw root.wrong("quiet", "it begins when it ends: hours such as 22:00-07:00 were expected");
        }
        return hours;
    }

    private static LocalTime time(YamlMap root, String key, String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw root.wrong(
                    key,
                    "found \"" + text + "\", a time of day such as 08:00 was expected"
                            + (key.endsWith("_at") ? ", or never" : ""));
        }
    }
}
