package dev.plumbline.sample;

/** A value of a plant file and the line it stands on. */
record PlantField(int line, String text) {}
