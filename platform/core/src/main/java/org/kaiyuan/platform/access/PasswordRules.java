package org.kaiyuan.platform.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password has to be: long, in no list of passwords that have leaked, not the person's own name and
 * none of their last five. No rule asks for kinds of characters (NIST SP 800-63B, 5.1.1.2).
 *
 * <p>The list is zxcvbn's, of about 47,000 passwords, compared without case and without digits and signs at
 * the end.
 */
@Component
class PasswordRules {
    static final int SHORTEST = 12;
    static final int REMEMBERED = 5;

    /** BCrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder passwords;
    private final Set<String> leaked;

    PasswordRules(PasswordEncoder passwords) {
        this.passwords = passwords;
        try {
            leaked =
                    StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                            .map(PasswordRules::stem)
                            .filter(stem -> stem.length() >= 4)
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of leaked passwords could not be read", e);
        }
    }

    /** @throws AccountRefused saying which rule the password breaks */
    void check(String password, Collection<String> namesOfTheirs, List<String> formerHashes) {
        if (password.codePointCount(0, password.length()) < SHORTEST
                || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new AccountRefused("access.refusal.password");
        }
        if (password.codePoints().distinct().count() < 5 || leaked.contains(stem(password))) {
            throw new AccountRefused("access.refusal.password.leaked");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        for (var name : namesOfTheirs) {
            if (name.length() >= 3
                    && lower.contains(name.toLowerCase(Locale.ROOT))
                    && password.length() - name.length() < 8) {
                throw new AccountRefused("access.refusal.password.name");
            }
        }
        if (formerHashes.stream().anyMatch(hash -> passwords.matches(password, hash))) {
            throw new AccountRefused("access.refusal.password.former", REMEMBERED);
        }
    }

    /** {@code Password2024!} is {@code password} as far as guessing goes. */
    private static String stem(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 0 && !Character.isLetter(lower.charAt(end - 1))) {
            end--;
        }
        return end < 4 ? lower : lower.substring(0, end);
    }
}
