package org.kaiyuan.demo;

import org.kaiyuan.enterprises.CreditCode;

/** Unified social credit codes (GB 32100-2015) whose check characters are right, one per ordinal. */
public final class InventedCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final long ALL = 31L * 31 * 31 * 31 * 31 * 31;
    private static final long STRIDE = 387_420_489L; // 3^18: shares no factor with 31^6

    private InventedCodes() {}

    /** @param ordinal from 0 to 31⁶ − 1; another ordinal is another code */
    public static String code(String areaCode, long ordinal) {
        var organisation = new StringBuilder("MA");
        long scattered = Math.floorMod((ordinal % ALL) * STRIDE, ALL);
        for (int i = 0; i < 6; i++) {
            organisation.append(ALPHABET.charAt((int) (scattered % 31)));
            scattered /= 31;
        }
        var first17 = "91" + areaCode + organisation + organisationCheck(organisation);
        return first17 + CreditCode.checkCharacter(first17);
    }

    /** GB 11714: the ninth character of an organisation code. */
    private static char organisationCheck(CharSequence first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(first8.charAt(i), 36) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
