package dev.plumbline.cli;

/** What a script learns of a command; the same everywhere. The verdicts' codes are with {@code Verdict}. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PARTLY = 3;
    static final int TIME_OUT = 4;

    private ExitCode() {}
}
