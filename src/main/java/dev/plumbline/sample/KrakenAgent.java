package dev.plumbline.sample;
final class KrakenAgent { static void write(Scene scene) {} }
