package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code truth.json}: everything that was planted, and what happened in the ordinary course of things. */
final class Truth {

    private final List<Map<String, Object>> planted = new ArrayList<>();
    private final List<Map<String, Object>> happened = new ArrayList<>();

    /** A change, and the counts that a query on the files must find again. */
    synchronized void planted(Member member, Plant plant, Map<String, Number> found) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", plant.kind().id());
        entry.put("system", member.system());
        entry.put("agent", member.name());
        entry.put("symbol", plant.symbol());
        if (!plant.kind().metric().isEmpty()) {
            entry.put("metric", plant.kind().metric());
        }
        entry.put("from", Period.instant(plant.from()).toString());
        entry.put("to", Period.instant(plant.to()).toString());
        entry.put("size", plant.size());
        entry.put("unit", plant.kind().unit());
        entry.put("found", new LinkedHashMap<>(found));
        planted.add(entry);
    }

    /** Something that is no planted change: a deposit, a restart. */
    synchronized void happened(Member member, String kind, long time, Map<String, Object> details) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", kind);
        entry.put("system", member.system());
        entry.put("agent", member.name());
        entry.put("time", Period.instant(time).toString());
        entry.putAll(details);
        happened.add(entry);
    }

    /** The document, in the order of the fleet whatever the order of work was. */
    Map<String, Object> document(FleetOptions options, List<Member> members) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seed", options.seed());
        document.put("days", options.days());
        document.put("end", options.end().toString());
        document.put("planted", ordered(planted, members));
        document.put("happened", ordered(happened, members));
        return document;
    }

    private static List<Map<String, Object>> ordered(List<Map<String, Object>> entries, List<Member> members) {
        List<Map<String, Object>> ordered = new ArrayList<>();
        for (Member member : members) {
            entries.stream().filter(e -> e.get("agent").equals(member.name())).forEach(ordered::add);
        }
        return ordered;
    }
}
