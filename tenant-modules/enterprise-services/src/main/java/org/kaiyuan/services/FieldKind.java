package org.kaiyuan.services;

/** What a field of a form takes. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    NUMBER,
    MONEY,
    DATE,
    CHOICE,
    CHOICES,
    YES_NO,
    TABLE,
    FILE,
    ADDRESS,
    ENTERPRISE
}
