package dev.plumbline.sample;
final class BingxAgent { static void write(Scene scene) {} }
