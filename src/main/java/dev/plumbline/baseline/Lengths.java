package dev.plumbline.baseline;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time as rules write them: {@code 30 s}, {@code 5 min}, {@code 1 h}, {@code 2 days}. */
final class Lengths {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5}) ?(s|min|h|days?)");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "days", Duration.ofDays(1));

    private Lengths() {}

    static Duration of(Node node) {
        Matcher form = FORM.matcher(node.shape() == Node.Shape.NUMBER ? node.text() : node.string());
        if (!form.matches()) {
            throw node.unreadable("a length of time such as 30 s, 5 min, 1 h or 2 days");
        }
        return UNITS.getOrDefault(form.group(2), Duration.ZERO).multipliedBy(Long.parseLong(form.group(1)));
    }

    /** A length of time, or a number of things such as {@code 20 trades}. */
    static Series.Range range(Node node) {
        Matcher things = Pattern.compile("([1-9][0-9]{0,5}) (trades|orders|readings|runs)")
                .matcher(node.text());
        return things.matches() ? Series.Range.of(Integer.parseInt(things.group(1))) : Series.Range.of(of(node));
    }
}
