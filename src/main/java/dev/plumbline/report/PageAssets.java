package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.chart.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Style, script and Plotly of a page. */
final class PageAssets {

    private static final String LIGHT =
            "--bg:#fbfbf9;--axis:#c4c8cf;--red:#b3261e;--yellow:#8a6100;--watch:#5b3fa0;--ok:#256b45;--unk:#5b6470;--faded:.12;";
    private static final String DARK =
            "--bg:#14171c;--axis:#49525f;--red:#ff8a80;--yellow:#f2c14e;--watch:#b9a3f0;--ok:#7ccf9f;--unk:#9aa4b0;--faded:.24;";

    private PageAssets() {}

    static SafeHtml style() {
        return new SafeHtml(":root{color-scheme:light dark;" + LIGHT + Palette.css(false)
                + "}\n@media screen and (prefers-color-scheme:dark){:root{" + DARK + Palette.css(true) + "}}\n"
                + text("page.css"));
    }

    /** What only the list of reports has. */
    static SafeHtml listStyle() {
        return new SafeHtml(text("list.css"));
    }

    static SafeHtml script() {
        return new SafeHtml(text("page.js"));
    }

    /** From each colour that pictures are drawn in to the page's custom property. */
    static SafeHtml palette() {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        for (Palette role : Palette.values()) {
            names.put(role.light(), role.property());
        }
        return ScriptJson.of(names);
    }

    static SafeHtml plotly() {
        return new SafeHtml(Base64.getEncoder().encodeToString(bytes("plotly.js.gz")));
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "dev/plumbline/report/" + name + " is not on the class path; build again with: mvn package");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
