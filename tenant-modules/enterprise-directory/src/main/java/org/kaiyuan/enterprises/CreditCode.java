package org.kaiyuan.enterprises;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015).
 *
 * <p>18 characters of {@code 0-9A-HJ-NPQRTUWXY}; the last one checks the others: (31 − Σ cᵢ·3ⁱ mod 31)
 * mod 31.
 *
 * @param value upper case, checked
 */
public record CreditCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    /** @throws CreditCodeRefused when it is not a valid code */
    public CreditCode {
        if (!isValid(value)) {
            throw new CreditCodeRefused(value);
        }
    }

    /**
     * Reads what people type: full-width characters, blanks and lower case are forgiven.
     *
     * @throws CreditCodeRefused when it is not a valid code
     */
    public static CreditCode of(String typed) {
        return new CreditCode(tidy(typed));
    }

    /** Upper case, half width, without blanks and hyphens; not checked. */
    public static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-\u00A0\u200B\uFEFF]", "")
                .toUpperCase(Locale.ROOT);
    }

    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.charAt(LENGTH - 1) == checkCharacter(code.substring(0, LENGTH - 1));
    }

    /** @return the eighteenth character, or {@code ?} when one of the seventeen is not of the alphabet */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int digit = ALPHABET.indexOf(first17.charAt(i));
            if (digit < 0) {
                return '?';
            }
            sum += digit * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
