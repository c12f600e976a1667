package dev.plumbline.notify;

import java.util.List;

/**
 * What goes out now over one channel.
 *
 * @param items     the worst first
 * @param resolved  what was told and is calm now
 * @param digest    whether the daily digest is due
 * @param heartbeat whether it is to be said that the check ran
 * @param muted     what is not told since somebody knows or planned it
 * @param held      what is not told now and why, for who asks
 * @param after     what is to be remembered once it went out; when it did not, the memory stays as it was
 */
record Decision(
        List<Item> items,
        List<Told> resolved,
        boolean digest,
        boolean heartbeat,
        List<String> muted,
        List<String> held,
        ChannelMemory after) {

    Decision {
        items = List.copyOf(items);
        resolved = List.copyOf(resolved);
        muted = List.copyOf(muted);
        held = List.copyOf(held);
    }

    /** The same where a review is sent: with everything that is open, due or not. */
    Decision withAllThatIsOpen() {
        return new Decision(items, resolved, true, heartbeat, muted, held, after);
    }

    boolean isEmpty() {
        return items.isEmpty() && resolved.isEmpty() && !digest && !heartbeat;
    }
}
