package dev.plumbline.report;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as HTML: raw HTML is shown as text, links are sanitised, nothing is loaded from elsewhere. */
final class Markdown {

    private Markdown() {}

    static SafeHtml html(String markdown) {
        var tables = List.of(TablesExtension.create());
        Node document = Parser.builder().extensions(tables).build().parse(markdown);
        document.accept(new Tamed());
        return new SafeHtml(HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (tag.equals("th")) {
                        attributes.put("scope", "col");
                    }
                })
                .build()
                .render(document));
    }

    /** A page has one h1, its own; a picture from elsewhere would not load and becomes a link. */
    private static final class Tamed extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (!image.getDestination().startsWith("data:image/")) {
                Link link = new Link(image.getDestination(), image.getTitle());
                while (image.getFirstChild() != null) {
                    link.appendChild(image.getFirstChild());
                }
                image.insertAfter(link);
                image.unlink();
            }
        }
    }
}
