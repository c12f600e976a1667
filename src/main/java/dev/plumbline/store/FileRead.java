package dev.plumbline.store;

/**
 * A file that an import read.
 *
 * @param path     as rows name it in their {@code file} column
 * @param sha256   of its content, hexadecimal
 * @param size     bytes
 * @param agent    whose rows it brought
 * @param rejected things in it that could not be used
 */
public record FileRead(String path, String sha256, long size, String agent, long rejected) {}
