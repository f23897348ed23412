package org.kaiyuan.platform.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor: six digits of an authenticator app (TOTP, RFC 6238: SHA-1, 30 s), or one of ten recovery
 * codes. No code works twice.
 */
@Service
@Transactional
public class SecondFactor {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int RECOVERY_CODES = 10;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final JdbcTemplate jdbc;
    private final CurrentPerson current;
    private final AccessRecords records;
    private final InstallationKey installation;
    private final FailedSignIns failures;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator(STEP);

    SecondFactor(
            JdbcTemplate jdbc,
            CurrentPerson current,
            AccessRecords records,
            InstallationKey installation,
            FailedSignIns failures,
            Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.records = records;
        this.installation = installation;
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * A secret that waits to be confirmed by a first code.
     *
     * @param secret in base 32, to be typed into the app
     * @param address {@code otpauth://…}, to be shown as a QR code
     */
    public record Enrolment(String secret, String address) {}

    /** Whether the signed-in person has a confirmed second factor. */
    @Transactional(readOnly = true)
    public boolean isOn() {
        iAm();
        return row(me()) instanceof Row row && row.confirmed();
    }

    /** A new secret; one that was confirmed before stays in force until the new one is. */
    public Enrolment enrol() {
        CurrentTenant.refuseReadingOnly();
        current.inStage(SignedIn.Stage.READY, SignedIn.Stage.ENROL);
        var bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        iAm();
        if (row(me()) instanceof Row row && row.confirmed()) {
            throw new AccountRefused("access.refusal.factor.on");
        }
        jdbc.update(
                """
                insert into access.second_factor (account_id, secret) values (?, ?)
                on conflict (account_id) do update set secret = excluded.secret, last_step = 0\
                """,
                me().value(),
                installation.encrypt(bytes));
        var secret = base32(bytes);
        var name =
                URLEncoder.encode(
                        "开园:" + current.signedIn().orElseThrow().username(),
                        StandardCharsets.UTF_8);
        return new Enrolment(
                secret,
                "otpauth://totp/%s?secret=%s&issuer=%s"
                        .formatted(name, secret, URLEncoder.encode("开园", StandardCharsets.UTF_8)));
    }

    /**
     * Turns it on by a first code of the app.
     *
     * @return ten recovery codes, shown once
     * @throws AccountRefused when the code is wrong
     */
    public List<String> confirm(String code) {
        current.inStage(SignedIn.Stage.READY, SignedIn.Stage.ENROL);
        iAm();
        accept(code, false);
        jdbc.update(
                "update access.second_factor set confirmed_at = ? where account_id = ?",
                Timestamp.from(clock.instant()),
                me().value());
        passed();
        records.own(current.signedIn().orElseThrow(), "secondFactorOn");
        return newRecoveryCodes();
    }

    /**
     * Shows at sign-in that one holds the second factor.
     *
     * @param code of the app, or a recovery code
     * @throws AccountRefused when it is wrong, was used, or one has to wait after too many
     */
    public void prove(String code) {
        iAm();
        accept(code, true);
        passed();
    }

    /** Turns it off, by who shows that they hold it. */
    public void turnOff(String code) {
        CurrentTenant.refuseReadingOnly();
        current.inStage(SignedIn.Stage.READY);
        iAm();
        accept(code, true);
        jdbc.update("delete from access.second_factor where account_id = ?", me().value());
        jdbc.update("delete from access.recovery_code where account_id = ?", me().value());
        jdbc.update(
                "update access.session set second_factor_at = null where account_id = ?",
                me().value());
        records.own(current.signedIn().orElseThrow(), "secondFactorOff");
    }

    private void accept(String typed, boolean recoveryToo) {
        var name = "second factor of " + me();
        try {
            failures.oneMore(name);
        } catch (LockedException wait) {
            throw new AccountRefused("access.refusal.factor.wait");
        }
        var code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        boolean right = code.matches("[0-9]{6}") ? isNow(code) : recoveryToo && isRecovery(code);
        if (!right) {
            records.tried(current.signedIn().orElseThrow(), "secondFactorFailed");
            throw new AccountRefused("access.refusal.factor.wrong");
        }
        failures.forget(name);
    }

    /** The present step or one beside it, for clocks that differ; and none that was accepted before. */
    private boolean isNow(String code) {
        var row = row(me());
        if (row == null) {
            return false;
        }
        var key = new SecretKeySpec(installation.decrypt(row.secret()), "RAW");
        var now = clock.instant();
        for (int beside : new int[] {0, -1, 1}) {
            var moment = now.plus(STEP.multipliedBy(beside));
            if (same(code, at(key, moment))
                    && isFirstUse(moment.getEpochSecond() / STEP.toSeconds())) {
                return true;
            }
        }
        return false;
    }

    /** In the database, so that a code does not work twice on two nodes either. */
    private boolean isFirstUse(long step) {
        return jdbc.update(
                        "update access.second_factor set last_step = ? where account_id = ? and last_step < ?",
                        step,
                        me().value(),
                        step)
                == 1;
    }

    private String at(SecretKeySpec key, java.time.Instant moment) {
        try {
            return generator.generateOneTimePasswordString(key, moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRecovery(String code) {
        return jdbc.update(
                        "update access.recovery_code set used_at = ? where account_id = ? and code_hash = ? and used_at is null",
                        Timestamp.from(clock.instant()),
                        me().value(),
                        Invitations.hash(code))
                == 1;
    }

    private List<String> newRecoveryCodes() {
        jdbc.update("delete from access.recovery_code where account_id = ?", me().value());
        var codes = new ArrayList<String>();
        var hashes = new ArrayList<Object[]>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            var bytes = new byte[10];
            new SecureRandom().nextBytes(bytes);
            var code = base32(bytes).toLowerCase(Locale.ROOT);
            codes.add(code.substring(0, 8) + "-" + code.substring(8));
            hashes.add(new Object[] {me().value(), Invitations.hash(code)});
        }
        jdbc.batchUpdate(
                "insert into access.recovery_code (account_id, code_hash) values (?, ?)", hashes);
        return codes;
    }

    private void passed() {
        jdbc.update(
                "update access.session set second_factor_at = ? where id = ?",
                Timestamp.from(clock.instant()),
                current.signedIn().orElseThrow().session().id());
    }

    private @Nullable Row row(AccountId account) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        "select secret, confirmed_at is not null from access.second_factor where account_id = ?",
                        (row, number) -> new Row(row.getBytes(1), row.getBoolean(2)),
                        account.value()));
    }

    private AccountId me() {
        return current.signedIn().orElseThrow().session().owner();
    }

    private void iAm() {
        jdbc.execute("SET LOCAL app.account_id = '" + me().value() + "'");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** RFC 4648 without padding; lengths here are multiples of five bytes. */
    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int value = 0;
            for (int i = 0; i < 5; i++) {
                int at = bit + i;
                value = value << 1 | (bytes[at / 8] >> (7 - at % 8) & 1);
            }
            text.append(BASE_32.charAt(value));
        }
        return text.toString();
    }

    private record Row(byte[] secret, boolean confirmed) {}
}
