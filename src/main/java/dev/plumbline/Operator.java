package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.source.OperatorFiles;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What only the operator knows, laid over the store as it is opened: flows among the agents whose equity shows them, changes,
 * and what targets there are.
 */
record Operator(OperatorFiles files, Rates rates, List<String> notes) {

    Operator {
        notes = List.copyOf(notes);
    }

    static Operator over(Store store, Path data) {
        OperatorFiles files = OperatorFiles.read(data);
        List<String> notes = new ArrayList<>();
        store.add("cash_flows", flows(store, files.flows(), notes));
        store.add("changes", changes(files.changes()));
        return new Operator(files, Rates.of(files.rates()), notes);
    }

    private static List<Map<String, Object>> flows(Store store, List<OperatorFiles.Flow> flows, List<String> notes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (OperatorFiles.Flow flow : flows) {
            Rows found = store.query(
                    "sources/operator/flow",
                    flow.from(),
                    flow.to(),
                    flow.amount(),
                    flow.system(),
                    flow.agent(),
                    flow.account());
            if (found.isEmpty()) {
                notes.add(flow.place() + ": no agent's equity goes on after this flow: it changes nothing");
            }
            for (int i = 0; i < found.size(); i++) {
                if (found.doubles("recorded")[i] == 1) {
                    notes.add(flow.place() + ": " + found.texts("agent")[i] + " recorded this flow itself");
                    continue;
                }
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("id", "operator-" + flow.from().toEpochSecond(ZoneOffset.UTC) + "-" + flow.amount());
                row.put("time", Period.instant(found.micros("time")[i]));
                row.put("system", found.texts("system")[i]);
                row.put("agent", found.texts("agent")[i]);
                row.put("account", found.texts("account")[i]);
                row.put("environment", found.texts("environment")[i]);
                row.put("amount", flow.amount());
                row.put("currency", flow.currency().isEmpty() ? found.texts("currency")[i] : flow.currency());
                row.put("kind", flow.amount() < 0 ? "withdrawal" : "deposit");
                row.put("origin", "operator");
                row.put("file", flow.place());
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> changes(List<OperatorFiles.Change> changes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (OperatorFiles.Change change : changes) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", String.format(Locale.ROOT, "operator-%d", rows.size() + 1));
            row.put("time", change.at());
            row.put("kind", change.kind());
            row.put("text", change.text());
            change.until().ifPresent(until -> row.put("until", until));
            if (!change.system().isEmpty()) {
                row.put("system", change.system());
            }
            if (!change.agent().isEmpty()) {
                row.put("agent", change.agent());
            }
            rows.add(row);
        }
        return rows;
    }
}
