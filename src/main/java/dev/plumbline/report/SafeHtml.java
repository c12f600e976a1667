package dev.plumbline.report;

/** Markup that this project made, every text from outside in it escaped. The only thing a template writes unescaped. */
public record SafeHtml(String markup) {

    static final SafeHtml NONE = new SafeHtml("");
}
