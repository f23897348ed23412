package org.kaiyuan.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one-time codes of the current park: 80 random bits in letters and digits that nobody confuses, valid
 * for 30 days, kept as hashes. Asks nobody's permission.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CodeBook {
    static final Duration LIFE = Duration.ofDays(30);
    static final String SUBJECT = "portal.confirmation-code";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's
    private static final int LENGTH = 16;
    private static final int MOST_OPEN = 50;
    private static final String OPEN =
            " used_at is null and revoked_at is null and expires_at > ? ";

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodeBook(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** What a code says. */
    record Granted(EnterpriseId enterprise, boolean administrator, String madeBy) {}

    /** @throws PortalRefused when too many codes of the enterprise wait to be used */
    ConfirmationCodes.Written make(
            EnterpriseId enterprise, boolean administrator, @Nullable String madeFor) {
        if (open(enterprise).size() >= MOST_OPEN) {
            throw new PortalRefused("portal.refusal.tooManyCodes", MOST_OPEN);
        }
        var code = code();
        var id = UuidV7.next();
        var now = clock.instant();
        var expires = now.plus(LIFE);
        var whom = madeFor == null || madeFor.isBlank() ? null : madeFor.strip();
        if (whom != null && whom.length() > 60) {
            throw new PortalRefused("portal.refusal.name", 60);
        }
        jdbc.update(
                """
                insert into portal.confirmation_code
                    (tenant_id, id, code_hash, enterprise_id, administrator, made_for, made_by, maker, made_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id,
                hash(code),
                enterprise.value(),
                administrator,
                whom,
                ChangeHistory.actorName(),
                ChangeHistory.actor(),
                Timestamp.from(now),
                Timestamp.from(expires));
        history.record(
                SUBJECT,
                id,
                "made",
                List.of(
                        new FieldChange("enterprise", null, enterprise.toString()),
                        new FieldChange("administrator", null, Boolean.toString(administrator)),
                        new FieldChange("madeFor", null, whom)));
        return new ConfirmationCodes.Written(id, code, expires);
    }

    /** Uses the code up; empty when it is no good, or their own. Of two who bring it at once, one gets it. */
    Optional<Granted> take(String typed, String username) {
        var now = Timestamp.from(clock.instant());
        return jdbc
                .query(
                        "update portal.confirmation_code set used_at = ?, used_by = ? where code_hash = ? and maker <> ? and"
                                + OPEN
                                + "returning enterprise_id, administrator, made_by",
                        CodeBook::granted,
                        now,
                        username,
                        hash(typed),
                        username,
                        now)
                .stream()
                .findFirst();
    }

    /** What the code says, without using it. */
    Optional<Granted> look(String typed) {
        return jdbc
                .query(
                        "select enterprise_id, administrator, made_by from portal.confirmation_code where code_hash = ? and"
                                + OPEN,
                        CodeBook::granted,
                        hash(typed),
                        Timestamp.from(clock.instant()))
                .stream()
                .findFirst();
    }

    /** Those of the enterprise that wait to be used, newest first. */
    List<ConfirmationCodes.Line> open(EnterpriseId enterprise) {
        return jdbc.query(
                "select id, administrator, made_for, made_by, made_at, expires_at from portal.confirmation_code"
                        + " where enterprise_id = ? and"
                        + OPEN
                        + "order by made_at desc limit ?",
                (row, number) ->
                        new ConfirmationCodes.Line(
                                row.getObject("id", UUID.class),
                                row.getBoolean("administrator"),
                                row.getString("made_for"),
                                row.getString("made_by"),
                                row.getTimestamp("made_at").toInstant(),
                                row.getTimestamp("expires_at").toInstant()),
                enterprise.value(),
                Timestamp.from(clock.instant()),
                MOST_OPEN);
    }

    /** What somebody made and nobody has used yet is no good any more, now that they do not speak for the enterprise. */
    void revokeThoseOf(String maker, EnterpriseId enterprise) {
        jdbc.update(
                """
                update portal.confirmation_code set revoked_at = ?
                where maker = ? and enterprise_id = ? and used_at is null and revoked_at is null\
                """,
                Timestamp.from(clock.instant()),
                maker,
                enterprise.value());
    }

    /** One that was used, or is of another enterprise, stays as it is. */
    void revoke(EnterpriseId enterprise, UUID id) {
        var now = Timestamp.from(clock.instant());
        int revoked =
                jdbc.update(
                        "update portal.confirmation_code set revoked_at = ? where id = ? and enterprise_id = ? and"
                                + OPEN,
                        now,
                        id,
                        enterprise.value(),
                        now);
        if (revoked > 0) {
            history.record(SUBJECT, id, "revoked", List.of());
        }
    }

    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Half or full width, lower case, with or without hyphens, O for 0 and I or L for 1: all the same. */
    private static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
    }

    private static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(tidy(code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Granted granted(ResultSet row, int number) throws SQLException {
        return new Granted(
                new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                row.getBoolean("administrator"),
                row.getString("made_by"));
    }
}
