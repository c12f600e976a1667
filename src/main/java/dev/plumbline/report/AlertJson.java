package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.baseline.AlertHistory;
import dev.plumbline.baseline.Episode;
import dev.plumbline.baseline.OwnAlerts;
import dev.plumbline.baseline.Track;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.util.Locale;

/** Alerts over history as JSON: each level of each rule with every time that it would have fired. */
public final class AlertJson {

    private AlertJson() {}

    public static ObjectNode of(Scope scope, AlertHistory history) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("scope")
                .put("system", scope.system())
                .put("agent", scope.agent())
                .put("environment", scope.environment());
        json.putObject("period")
                .put("from", history.period().from().toString())
                .put("to", history.period().to().toString());
        json.put("rules", history.rules());
        var tracks = json.putArray("alerts");
        history.tracks().forEach(track -> tracks.add(track(track)));
        return json;
    }

    private static ObjectNode track(Track track) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rule", track.rule())
                .put("level", track.level().key())
                .put("severity", track.level().word())
                .put("threshold", track.threshold())
                .put("unit", track.unit().name().toLowerCase(Locale.ROOT))
                .put("for_seconds", track.hold().toSeconds())
                .put("cooldown_seconds", track.cooldown().toSeconds())
                .put("fired", track.episodes().size())
                .put("firing_seconds", track.firing() / 1e6)
                .put("share_of_time", track.share())
                .put("notifications", track.notified())
                .put("observed_seconds", track.observed() / 1e6)
                .put("muted_seconds", track.muted() / 1e6)
                .put("no_data_seconds", (track.asked() - track.observed() - track.muted()) / 1e6)
                .put("firing_at_end", track.isFiring());
        if (Double.isNaN(track.perWeek())) {
            json.putNull("per_week");
        } else {
            json.put("per_week", track.perWeek());
        }
        track.nearest().ifPresentOrElse(value -> json.put("nearest", value), () -> json.putNull("nearest"));
        track.own().ifPresent(own -> own(json, own));
        if (!track.missing().isEmpty()) {
            json.put("reason", track.missing());
        }
        track.advice().ifPresent(advice -> advice(json.putObject("advice"), advice));
        json.put("action", track.action()).put("quote", track.quote());
        var episodes = json.putArray("episodes");
        track.episodes().forEach(episode -> episodes.add(episode(episode)));
        return json;
    }

    private static void own(ObjectNode json, OwnAlerts own) {
        json.put("own_alerts", own.written());
        ObjectNode matched =
                json.putObject("own_matched").put("both", own.both()).put("only_ours", own.onlyOurs());
        ArrayNode alone = matched.putArray("only_the_bots");
        own.onlyBots().forEach(micros -> alone.add(Period.instant(micros).toString()));
    }

    private static void advice(ObjectNode json, Track.Advice advice) {
        json.put("kind", advice.tight() ? "too_tight" : "never_near").put("evidence", advice.evidence());
        advice.proposed().ifPresent(value -> json.put("proposed", value));
        if (!advice.hold().isZero()) {
            json.put("proposed_for_seconds", advice.hold().toSeconds());
        }
    }

    private static ObjectNode episode(Episode episode) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("since", Period.instant(episode.since()).toString())
                .put("fired", Period.instant(episode.fired()).toString())
                .put("until", Period.instant(episode.until()).toString())
                .put("seconds", episode.micros() / 1e6)
                .put("peak", episode.peak())
                .put("peak_at", Period.instant(episode.peakAt()).toString())
                .put("ending", episode.ending().name().toLowerCase(Locale.ROOT))
                .put("notifications", episode.notified());
    }
}
