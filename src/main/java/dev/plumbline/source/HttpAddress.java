package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.net.URI;
import java.util.Optional;

/**
 * Where a bot is asked: a host, or one answer of it.
 *
 * @param uri as the user wrote it
 */
record HttpAddress(URI uri) {

    /** Empty, and rejected, where a text is no address that can be asked. */
    static Optional<HttpAddress> of(String url, Rejections rejections) {
        String expected = "an address such as http://localhost:8000 was expected";
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null) {
                rejections.reject(Rejected.file(url, expected));
            } else if (uri.getRawUserInfo() != null) {
                String bare = url.replace(uri.getRawUserInfo() + "@", "");
                rejections.reject(Rejected.file(bare, "a name or password in an address is not sent: leave it away"));
            } else {
                return Optional.of(new HttpAddress(uri));
            }
        } catch (IllegalArgumentException e) {
            rejections.reject(Rejected.file(url, expected));
        }
        return Optional.empty();
    }

    /** Whether it names one answer. One that ends with a slash stands before every path. */
    boolean isOneAnswer() {
        return !path().isEmpty() && !path().endsWith("/");
    }

    String path() {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }

    /** The path with its query. */
    String asked() {
        return uri.getRawQuery() == null ? path() : path() + "?" + uri.getRawQuery();
    }

    /** The address of a path of this host, for messages too: it may have places to fill in. */
    String at(String path) {
        String before = isOneAnswer() || path().isEmpty() ? "" : path().substring(0, path().length() - 1);
        return uri.getScheme() + "://" + uri.getRawAuthority() + before + path;
    }
}
