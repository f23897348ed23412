package org.kaiyuan.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Knows a program by any of its secrets while one takes over from the other. Spring's authorization server
 * has room for one hash: two stand there with a space between, which no hash contains.
 */
class AnyOfTheSecrets implements PasswordEncoder {
    private static final String BETWEEN = " ";

    private final PasswordEncoder one;

    AnyOfTheSecrets(PasswordEncoder one) {
        this.one = one;
    }

    static String together(List<String> hashes) {
        return String.join(BETWEEN, hashes);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return one.encode(secret);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
        if (hashes == null) {
            return false;
        }
        for (var hash : hashes.split(BETWEEN, -1)) {
            if (one.matches(secret, hash)) {
                return true;
            }
        }
        return false;
    }
}
