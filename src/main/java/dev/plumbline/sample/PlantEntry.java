package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One item of a plant file, made into a change or refused with its line. */
record PlantEntry(Path file, int line, Map<String, PlantField> fields, List<Member> members, Period period) {

    private static final List<String> KEYS = List.of("kind", "agent", "symbol", "from", "to", "size");
    private static final Pattern BEFORE_THE_END = Pattern.compile("-(\\d{1,6})([dh])");

    Plant plant() {
        fields.forEach((key, field) -> {
            if (!KEYS.contains(key)) {
                throw refused(field, "unknown key \"" + key + "\"" + Nearest.hint(key, KEYS));
            }
        });
        PlantKind kind = kind();
        Member member = member(kind);
        String symbol = symbol(kind, member);
        long from = time("from", period.toMicros() - 7 * Market.DAY);
        long to = time("to", period.toMicros());
        if (from >= to) {
            throw refused(at("from"), "from is not before to");
        }
        if (from < period.fromMicros() || to > period.toMicros()) {
            throw refused(at("from"), "outside the sample, which has " + period.from() + " to " + period.to());
        }
        return new Plant(kind, member.name(), symbol, from, to, size(kind, from, to));
    }

    private PlantKind kind() {
        PlantField field = required("kind");
        for (PlantKind kind : PlantKind.values()) {
            if (kind.id().equals(field.text())) {
                return kind;
            }
        }
        throw refused(field, "unknown kind \"" + field.text() + "\"" + Nearest.hint(field.text(), PlantKind.ids()));
    }

    private Member member(PlantKind kind) {
        PlantField field = required("agent");
        List<String> names = members.stream()
                .filter(member -> kind.appliesTo(member.system()))
                .map(Member::name)
                .toList();
        for (Member member : members) {
            if (names.contains(field.text()) && member.name().equals(field.text())) {
                return member;
            }
        }
        throw refused(
                field,
                "no agent \"" + field.text() + "\" that " + kind.id() + " applies to"
                        + Nearest.hint(field.text(), names));
    }

    private String symbol(PlantKind kind, Member member) {
        PlantField field = fields.get("symbol");
        if (field == null) {
            return "";
        }
        boolean playbook = member.system().equals("playbook");
        List<String> symbols = (playbook ? PlaybookHistory.COINS : RomaAgent.COINS)
                .stream().map(coin -> playbook ? coin.pair() : coin.contract()).toList();
        if (!kind.bySymbol()) {
            throw refused(field, kind.id() + " concerns the whole agent: leave symbol out");
        }
        if (!symbols.contains(field.text())) {
            throw refused(field, "unknown symbol \"" + field.text() + "\"" + Nearest.hint(field.text(), symbols));
        }
        return field.text();
    }

    private double size(PlantKind kind, long from, long to) {
        PlantField field = fields.get("size");
        if (!kind.sized()) {
            if (field != null) {
                throw refused(field, kind.id() + " has no size: it lasts from from to to");
            }
            return (to - from) / (double) Market.HOUR;
        }
        PlantField given = required("size");
        double size;
        try {
            size = Double.parseDouble(given.text());
        } catch (NumberFormatException e) {
            size = Double.NaN;
        }
        boolean odd = kind == PlantKind.MODE_BURST && size % 2 != 0;
        if (!(size >= kind.low() && size <= kind.high()) || odd) {
            throw refused(
                    given,
                    "size \"" + given.text() + "\": expected " + kind.low() + " to " + kind.high() + " (" + kind.unit()
                            + ")");
        }
        return size;
    }

    private long time(String key, long otherwise) {
        PlantField field = fields.get(key);
        if (field == null) {
            return Math.max(otherwise, period.fromMicros());
        }
        Matcher before = BEFORE_THE_END.matcher(field.text());
        if (before.matches()) {
            long unit = before.group(2).equals("d") ? Market.DAY : Market.HOUR;
            return period.toMicros() - Long.parseLong(before.group(1)) * unit;
        }
        try {
            LocalDateTime time = field.text().length() == 10
                    ? LocalDate.parse(field.text()).atStartOfDay()
                    : LocalDateTime.parse(field.text());
            return Period.micros(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw refused(
                    field,
                    key + " \"" + field.text() + "\": expected a UTC date or time such as 2026-11-14 or"
                            + " 2026-11-14T09:30, or -7d or -36h before the end");
        }
    }

    private PlantField required(String key) {
        PlantField field = fields.get(key);
        if (field == null) {
            throw refused(new PlantField(line, ""), "no \"" + key + "\"");
        }
        return field;
    }

    private PlantField at(String key) {
        return fields.getOrDefault(key, new PlantField(line, ""));
    }

    private IllegalArgumentException refused(PlantField field, String reason) {
        return new IllegalArgumentException(file + ":" + field.line() + ": " + reason);
    }
}
