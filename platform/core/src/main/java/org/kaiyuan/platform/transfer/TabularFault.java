package org.kaiyuan.platform.transfer;

import org.kaiyuan.platform.refusal.Refusal.Kind;

/** Why a file cannot be read as a table. */
public enum TabularFault {
    EMPTY("empty", Kind.INVALID),
    NO_HEADING("noHeading", Kind.INVALID),
    /** Headings, and nothing below them. */
    NO_ROWS("noRows", Kind.INVALID),
    UNKNOWN_TYPE("unknownType", Kind.INVALID),
    OLD_EXCEL("oldExcel", Kind.INVALID),
    ENCRYPTED("encrypted", Kind.INVALID),
    BROKEN("broken", Kind.INVALID),
    BROKEN_ROW("brokenRow", Kind.INVALID),
    UNDECODABLE("undecodable", Kind.INVALID),
    TOO_MANY_COLUMNS("tooManyColumns", Kind.INVALID),
    DUPLICATE_HEADING("duplicateHeading", Kind.INVALID),
    TOO_LARGE("tooLarge", Kind.TOO_MUCH),
    BOMB("bomb", Kind.TOO_MUCH),
    /** More than fits in memory when it is read as a workbook. */
    TOO_MUCH_TEXT("tooMuchText", Kind.TOO_MUCH);

    final String key;
    final Kind kind;

    TabularFault(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }
}
