package dev.plumbline.source;

import java.io.Serial;
import java.sql.SQLException;

/** A file that was to be a SQLite database and cannot be read as one; the message is one line for people. */
final class SqliteUnreadable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int NOT_A_DATABASE = 26;
    private static final int CORRUPT = 11;

    SqliteUnreadable(String message) {
        super(message);
    }

    static SqliteUnreadable because(SQLException cause) {
        SqliteUnreadable why = code(cause.getErrorCode());
        why.initCause(cause);
        return why;
    }

    static SqliteUnreadable code(int code) {
        int primary = code & 0xff;
        if (SqliteSnapshot.isBusy(code)) {
            return new SqliteUnreadable(
                    "database is locked by another process, expected it free within a second: try again");
        }
        if (primary == CORRUPT || primary == NOT_A_DATABASE) {
            return new SqliteUnreadable(
                    "database is damaged (SQLite error " + code + "): copy it again, or try sqlite3's .recover");
        }
        return new SqliteUnreadable("database cannot be read (SQLite error " + code + ")");
    }
}
