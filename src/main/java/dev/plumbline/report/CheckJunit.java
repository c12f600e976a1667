package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Checks as JUnit's XML, which every build server reads: a suite an agent, a case a row. Red fails; yellow fails too,
 * unless only red is asked for, then it is skipped with its reason; what cannot be told is skipped with its reason.
 */
public final class CheckJunit {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final boolean yellowFails;

    private CheckJunit(boolean yellowFails) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        this.yellowFails = yellowFails;
    }

    /** One document. */
    public static String of(List<Checked> checks, Instant ran, boolean yellowFails) {
        try {
            return new CheckJunit(yellowFails).write(checks, ran);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row, or the age of the data, as a case. */
    private record Case(String name, Verdict verdict, String message, String detail) {}

    private String write(List<Checked> checks, Instant ran) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "plumb check");
        for (Checked one : checks) {
            suite(one.check(), ran);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        return text + "\n";
    }

    private void suite(Check check, Instant ran) throws XMLStreamException {
        List<Case> cases = new ArrayList<>();
        check.freshness().ifPresent(it -> cases.add(new Case("newest row", it.verdict(), it.words(), "")));
        check.rows().forEach(row -> cases.add(of(row)));
        long failures = cases.stream().filter(it -> fails(it.verdict())).count();
        long skipped = cases.stream().filter(it -> skips(it.verdict())).count();
        String time = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                ran.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        open(1, "testsuite");
        attribute("name", check.scope().toString());
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", Long.toString(failures));
        attribute("errors", "0");
        attribute("skipped", Long.toString(skipped));
        attribute("timestamp", time);
        attribute("time", "0");
        for (Case one : cases) {
            write(one, check);
        }
        close(1);
    }

    private static Case of(Deviation row) {
        String why = row.why().isEmpty() ? row.now().because().orElse("") : row.why();
        List<String> detail = new ArrayList<>();
        detail.add(row.now().toString());
        row.then().ifPresent(then -> detail.add("baseline: " + then));
        if (row.change().isPresent()) {
            detail.add("change: "
                    + row.now().metric().unit().formatChange(row.change().getAsDouble()));
        }
        Optional.of(row.action()).filter(action -> !action.isEmpty()).ifPresent(action -> detail.add("do: " + action));
        return new Case(row.title(), row.verdict(), why, String.join("\n", detail));
    }

    private void write(Case one, Check check) throws XMLStreamException {
        boolean plain = !fails(one.verdict()) && !skips(one.verdict());
        if (plain) {
            indent(2);
            xml.writeEmptyElement("testcase");
        } else {
            open(2, "testcase");
        }
        attribute("classname", check.scope().slug());
        attribute("name", one.name());
        attribute("time", "0");
        if (plain) {
            return;
        }
        open(3, fails(one.verdict()) ? "failure" : "skipped");
        attribute("type", one.verdict() == Verdict.UNKNOWN ? "not enough data" : Tones.of(one.verdict()));
        attribute("message", one.message());
        xml.writeCharacters(safe(PlainText.lines(one.detail(), 2_000)));
        xml.writeEndElement();
        close(2);
    }

    private boolean fails(Verdict verdict) {
        return verdict == Verdict.RED || (verdict == Verdict.YELLOW && yellowFails);
    }

    private boolean skips(Verdict verdict) {
        return verdict == Verdict.UNKNOWN || (verdict == Verdict.YELLOW && !yellowFails);
    }

    private void open(int depth, String name) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(name);
    }

    private void close(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, safe(PlainText.line(value, 300)));
    }

    /** XML 1.0 has no way to write these two, and the writer lets them through. */
    private static String safe(String text) {
        return text.replace("\uFFFE", "").replace("\uFFFF", "");
    }
}
