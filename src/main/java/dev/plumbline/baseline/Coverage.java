package dev.plumbline.baseline;

/**
 * How much of the wanted window the data holds.
 *
 * @param daysWanted whole days asked for
 * @param daysFound  whole days that hold rows
 * @param rows       rows of any table
 */
public record Coverage(int daysWanted, int daysFound, long rows) {

    public Coverage {
        if (daysWanted < 0 || daysFound < 0 || rows < 0) {
            throw new IllegalArgumentException(
                    "coverage counts days and rows: found " + daysWanted + ", " + daysFound + ", " + rows);
        }
    }
}
