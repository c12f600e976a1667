package dev.plumbline.source;

import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param path   absolute
 * @param shown  as the user named it, for messages and the {@code file} column
 * @param sha256 of its content, in hexadecimal
 * @param size   bytes
 */
public record SourceFile(Path path, String shown, String sha256, long size) {}
