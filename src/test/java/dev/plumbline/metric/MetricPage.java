package dev.plumbline.metric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code docs/metrics.md} from the registry and from what the formulas' javadoc says of themselves: the formula, the
 * unit, what is undefined, the conventions and the source stand where the code stands and nowhere else.
 */
final class MetricPage {

    static final Path PAGE = Path.of("docs/metrics.md");

    private static final Path CODE = Path.of("src/main/java/dev/plumbline/metric");
    private static final List<Class<?>> HOLDERS = List.of(
            Metrics.class,
            Outcomes.class,
            Depths.class,
            Risks.class,
            Operations.class,
            News.class,
            Benchmarks.class,
            Further.class);
    private static final Pattern FORMULA = Pattern.compile(
            "new ([A-Z]\\w+)[<(]|([A-Z]\\w+)::(\\w+)|([A-Z]\\w+)\\.(?!class\\b)([a-z]\\w+|[A-Z][A-Z0-9]+)\\b");
    private static final List<String> NO_FORMULAS =
            List.of("Metric", "Better", "Unit", "OnTrades", "CalendarReturns", "Kind");
    private static final List<String> LABELS = List.of("Unit", "Conventions", "Source");

    /** One metric and where its number is made. */
    record Entry(Metric<?> metric, String type, String member) {}

    private MetricPage() {}

    /** Run from the project's folder after a formula or its javadoc has changed. */
    public static void main(String[] args) throws IOException {
        Files.writeString(PAGE, text());
    }

    static String text() {
        StringBuilder page = new StringBuilder("# Metrics\n\n"
                + "Made from the code by `MetricPage` (a test holds the two together): every metric with its formula, what it is\n"
                + "counted in, when it is undefined, and where it comes from. A metric comes with its n, and with an interval of\n"
                + "95 % where one is said. Undefined is never a number.\n\n"
                + "r are returns, n how many, P the periods of a year; sd divides by n - 1.\n");
        Map<String, Map<String, List<Entry>>> kinds = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            kinds.computeIfAbsent(entry.metric().sample().getSimpleName(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(entry.type(), type -> new ArrayList<>())
                    .add(entry);
        }
        kinds.forEach((kind, types) -> {
            page.append("\n## ").append(words(kind)).append('\n');
            types.forEach((type, entries) -> section(page, type, entries));
        });
        return page.toString();
    }

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Class<?> holder : HOLDERS) {
            String code = code(holder.getSimpleName());
            for (Field field : holder.getFields()) {
                if (field.getType() == Metric.class) {
                    entries.add(entry(field, code));
                }
            }
        }
        return entries;
    }

    private static Entry entry(Field field, String code) {
        int from = code.indexOf(" " + field.getName() + " =");
        Matcher matcher = FORMULA.matcher(code.substring(from, code.indexOf(";", from)));
        while (matcher.find()) {
            String type = matcher.group(1) != null
                    ? matcher.group(1)
                    : matcher.group(2) != null ? matcher.group(2) : matcher.group(4);
            String member = matcher.group(3) != null ? matcher.group(3) : matcher.group(5);
            if (!NO_FORMULAS.contains(type)) {
                try {
                    return new Entry((Metric<?>) field.get(null), type, member == null ? "" : member);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException("no formula found in the declaration of " + field.getName());
    }

    private static void section(StringBuilder page, String type, List<Entry> entries) {
        Javadoc whole = Javadoc.ofType(code(type), type);
        page.append("\n### ")
                .append(words(type))
                .append("\n\n")
                .append(whole.text())
                .append("\n\n");
        page.append("| id | is | formula | in | particulars |\n| --- | --- | --- | --- | --- |\n");
        for (Entry entry : entries) {
            Javadoc own = own(entry);
            page.append("| `").append(entry.metric().id()).append("` | ");
            page.append(cell(entry.metric().title())).append(" | ");
            page.append(cell(formula(entry).isEmpty() ? "of each: see its members" : formula(entry)))
                    .append(" | ");
            page.append(entry.metric().unit().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(" | ");
            page.append(cell(own.particulars())).append(" |\n");
        }
        for (String label : LABELS) {
            whole.part(label).ifPresent(text -> page.append("\n**")
                    .append(label)
                    .append(".** ")
                    .append(text)
                    .append('\n'));
        }
        if (!whole.cases().isEmpty()) {
            page.append("\n**Where there is little.** ")
                    .append(String.join("; ", whole.cases()))
                    .append(".\n");
        }
    }

    /** Of the method, else of its class, else what the method says it gives. */
    static String formula(Entry entry) {
        Javadoc own = own(entry);
        return own.part("Formula")
                .or(() -> Javadoc.ofType(code(entry.type()), entry.type()).part("Formula"))
                .orElse(own.text());
    }

    /** Whether method or class says what comes back where there is little or nothing. */
    static boolean saysWhatIsUndefined(Entry entry) {
        Javadoc whole = Javadoc.ofType(code(entry.type()), entry.type());
        String all = own(entry).all() + own(entry).cases() + whole.all() + whole.cases();
        return all.toLowerCase(Locale.ROOT).matches("(?s).*(undefined|no \\w+: ).*");
    }

    private static Javadoc own(Entry entry) {
        return entry.member().isEmpty() ? Javadoc.NONE : Javadoc.ofMember(code(entry.type()), entry.member());
    }

    private static String code(String type) {
        try {
            return Files.readString(CODE.resolve(type + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** {@code ClosedTrades} is closed trades. */
    private static String words(String name) {
        String text = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
