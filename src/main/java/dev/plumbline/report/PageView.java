package dev.plumbline.report;

import java.util.List;
import java.util.Map;

/**
 * What the page template shows. Texts are plain and are escaped by the template.
 *
 * @param lead     the verdict or a failure, above the contents
 * @param palette  from a picture's colour to the page's custom property
 * @param plotly   gzip in base64; empty when nothing on the page needs it
 */
public record PageView(
        String policy,
        String documentTitle,
        String over,
        String title,
        String scope,
        SafeHtml style,
        SafeHtml lead,
        List<Link> contents,
        SafeHtml body,
        Map<String, String> made,
        Map<String, String> run,
        boolean foldsCode,
        boolean scripts,
        SafeHtml palette,
        SafeHtml plotly,
        SafeHtml script) {

    /** An entry of the contents. */
    public record Link(String id, String text) {}
}
