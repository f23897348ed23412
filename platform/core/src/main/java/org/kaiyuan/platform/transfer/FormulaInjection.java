package org.kaiyuan.platform.transfer;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises for
 * CSV; what we wrote so is read back as it was.
 */
final class FormulaInjection {
    private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private FormulaInjection() {}

    static String neutralised(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String undone(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && DANGEROUS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
