package org.kaiyuan.platform.refusal;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fault of ours, logged under a number that the user is shown.
 *
 * @param number eight letters and digits that can be read out over the phone
 */
public record Incident(String number) {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** Logs the fault and gives it its number. */
    public static Incident of(Throwable fault) {
        var number = new StringBuilder("K");
        for (int i = 0; i < 7; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        LOG.error("Incident {}", number, fault);
        return new Incident(number.toString());
    }
}
