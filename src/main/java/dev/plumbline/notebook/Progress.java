package dev.plumbline.notebook;

/**
 * A cell begins.
 *
 * @param cell  its number among the code cells, from 1
 * @param of    how many code cells there are
 * @param title what it is doing: its title, or its first line
 */
public record Progress(int cell, int of, String title) {}
