package dev.plumbline.notify;

/**
 * How a message went.
 *
 * @param words what went wrong or is to be known; empty when all is well. Never a secret.
 */
record Delivery(boolean sent, String words) {

    static Delivery done() {
        return new Delivery(true, "");
    }

    static Delivery failed(String words) {
        return new Delivery(false, words);
    }
}
