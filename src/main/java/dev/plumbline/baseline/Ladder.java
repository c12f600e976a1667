package dev.plumbline.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The levels of one rule, the worst first, with what was proposed for each. Each was advised for itself, and a level that
 * begins before a milder one would say nothing: such a proposal is left out, one that lowers a level before one that raises it,
 * and that of the milder level before that of the worse.
 */
final class Ladder {

    private final List<Track> tracks;
    private final List<Bounds> bounds;

    /** @param bounds of each track, as the rule has them */
    Ladder(List<Track> tracks, List<Bounds> bounds) {
        this.tracks = new ArrayList<>(tracks);
        this.bounds = List.copyOf(bounds);
    }

    List<Track> inOrder() {
        for (int worse = 0; worse < tracks.size(); worse++) {
            for (int milder = worse + 1; milder < tracks.size(); milder++) {
                if (isTurned(worse, milder)) {
                    boolean lowered = proposal(worse).filter(it -> !it.tight()).isPresent();
                    drop(lowered || proposal(milder).isEmpty() ? worse : milder);
                    return inOrder();
                }
            }
        }
        return List.copyOf(tracks);
    }

    /** Whether one of the two was to be moved, and they would then not be in order any more. */
    private boolean isTurned(int worse, int milder) {
        boolean moved = proposal(worse).isPresent() || proposal(milder).isPresent();
        boolean above = bounds.get(worse).above().isPresent();
        if (!moved || above != bounds.get(milder).above().isPresent()) {
            return false;
        }
        double beyond = edge(worse) - edge(milder);
        return above ? beyond <= 0 : beyond >= 0;
    }

    private double edge(int level) {
        return proposal(level)
                .map(it -> it.proposed().orElseThrow())
                .orElseGet(() ->
                        bounds.get(level).edges().findFirst().orElseThrow().at(0));
    }

    private Optional<Track.Advice> proposal(int level) {
        return tracks.get(level).advice().filter(it -> it.proposed().isPresent());
    }

    private void drop(int level) {
        tracks.set(level, tracks.get(level).unadvised());
    }
}
