package dev.plumbline.store;

/** Another process is writing to the store; the message names it. */
public final class StoreBusy extends RuntimeException {

    public StoreBusy(String message) {
        super(message);
    }
}
