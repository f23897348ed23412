package org.kaiyuan.platform.access;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How well somebody has shown who they are, against what they chose themselves and what the zone asks. */
@Component
class Strength {
    private final JdbcTemplate jdbc;

    Strength(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param proven whether the session has seen a second factor of theirs */
    SignedIn.Stage owed(
            SignedIn.Session session,
            SignedIn someone,
            SignInRules.Rule rule,
            boolean proven,
            Instant now) {
        var shown =
                jdbc.queryForObject(
                        """
                        select exists (select from access.second_factor f where f.account_id = a.id and f.confirmed_at is not null),
                               a.password_changed_at
                        from access.account a where a.id = ?\
                        """,
                        (row, number) ->
                                new Shown(row.getBoolean(1), row.getTimestamp(2).toInstant()),
                        session.owner().value());
        if (shown == null) {
            return SignedIn.Stage.READY;
        }
        if (shown.holdsFactor()) {
            if (!proven) {
                return SignedIn.Stage.SECOND_FACTOR;
            }
        } else if (!proven && wantsFactor(someone, rule)) {
            return SignedIn.Stage.ENROL;
        }
        return rule.passwordDays() != null
                        && session.vouchedBy() == null // who has no password changes none
                        && shown.passwordChangedAt()
                                .plus(Duration.ofDays(rule.passwordDays()))
                                .isBefore(now)
                ? SignedIn.Stage.PASSWORD
                : SignedIn.Stage.READY;
    }

    private static boolean wantsFactor(SignedIn someone, SignInRules.Rule rule) {
        return switch (rule.secondFactor()) {
            case OPTIONAL -> false;
            case EVERYONE -> true;
            case ADMINISTRATORS ->
                    Role.ADMINISTRATORS.stream()
                            .map(Role::name)
                            .anyMatch(someone.roles()::contains);
        };
    }

    private record Shown(boolean holdsFactor, Instant passwordChangedAt) {}
}
