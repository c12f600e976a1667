package dev.plumbline.report;

final class DemoTable {
    public static void main(String[] a) {
        for (String w : a) System.out.println(VerdictTable.of(DemoCheck.of(), Integer.parseInt(w), false));
    }
}
