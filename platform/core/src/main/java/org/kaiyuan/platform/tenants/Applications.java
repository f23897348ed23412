package org.kaiyuan.platform.tenants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenancy.TenantState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parks that want in: anybody may apply, a few times a day from one address; the operator decides. */
@Service
@Transactional
public class Applications {
    static final int MOST_A_DAY = 5;
    private static final int MOST_WAITING = 1000;
    private static final int LONGEST = 100;
    private static final int LONGEST_LEVEL = 40;
    private static final int LONGEST_WORDS = 2000;
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{5,30}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,180}");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{2,12}");

    private final JdbcTemplate jdbc;
    private final TenantRegistration registration;
    private final LifeSteps steps;
    private final CurrentPerson person;
    private final Clock clock;

    Applications(
            JdbcTemplate jdbc,
            TenantRegistration registration,
            LifeSteps steps,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.registration = registration;
        this.steps = steps;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Open to everybody, so it says nothing but that the application has come.
     *
     * @param address where it comes from; five a day from one
     * @throws TenantRefused when a field is not as it must be, or too many have come
     */
    public UUID apply(Application.Form form, String address) {
        check(form);
        var from = hash(address);
        var now = clock.instant();
        var known =
                jdbc.queryForObject(
                        """
                        select (select count(*) from (select from tenants.application
                                where address_hash = ? and at > ? limit ?) today) >= ?
                            or (select count(*) from (select from tenants.application
                                where state = 'WAITING' limit ?) waiting) >= ?\
                        """,
                        Boolean.class,
                        from,
                        Timestamp.from(now.minus(Duration.ofDays(1))),
                        MOST_A_DAY,
                        MOST_A_DAY,
                        MOST_WAITING,
                        MOST_WAITING);
        if (Boolean.TRUE.equals(known)) {
            throw new TenantRefused(
                    Refusal.Kind.UNAVAILABLE, "tenants.refusal.application.tooMany");
        }
        var id = UuidV7.next();
        jdbc.update(
                """
                insert into tenants.application (id, at, zone_name, kind, level_type, city, division, contact_name,
                                                 contact_phone, contact_email, words, address_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                id,
                Timestamp.from(now),
                form.zoneName().strip(),
                form.kind().name(),
                form.levelType().strip(),
                blankToNull(form.city()),
                blankToNull(form.division()),
                form.contactName().strip(),
                form.contactPhone().strip(),
                blankToNull(form.contactEmail()),
                blankToNull(form.words()),
                from);
        return id;
    }

    /**
     * Newest first.
     *
     * @param before where the page before ended; null for the newest
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public List<Application> list(ApplicationState state, @Nullable UUID before, int limit) {
        return jdbc.query(
                "select * from tenants.application where state = ? and id < ? order by id desc limit ?",
                Applications::row,
                state.name(),
                before == null ? new UUID(-1, -1) : before,
                Math.clamp(limit, 1, 200));
    }

    /**
     * Lets the park in: a tenant to be set up.
     *
     * @param code what the tenant is to be called by
     * @throws TenantRefused when it was decided on already
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public TenantId accept(UUID id, String code) {
        var form = waiting(id).form();
        var division = form.division();
        var zone =
                registration.begin(
                        code,
                        new Description(
                                form.zoneName(),
                                form.kind(),
                                form.levelType(),
                                form.city(),
                                division == null ? List.of() : List.of(division),
                                null));
        decide(id, ApplicationState.ACCEPTED, null, zone);
        steps.write(zone, "accepted", null, TenantState.SETTING_UP, form.contactName());
        return zone;
    }

    /** @throws TenantRefused when it was decided on already, or no reason is given */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void decline(UUID id, String reason) {
        waiting(id);
        decide(id, ApplicationState.DECLINED, TenantLife.checked(reason), null);
    }

    private Application waiting(UUID id) {
        var found =
                jdbc.query(
                        "select * from tenants.application where id = ? for update",
                        Applications::row,
                        id);
        if (found.isEmpty()) {
            throw new UnknownApplication();
        }
        if (found.getFirst().state() != ApplicationState.WAITING) {
            throw new TenantRefused(
                    Refusal.Kind.CONFLICT,
                    "tenants.refusal.application.decided",
                    found.getFirst().form().zoneName(),
                    found.getFirst().state());
        }
        return found.getFirst();
    }

    private void decide(
            UUID id, ApplicationState state, @Nullable String reason, @Nullable TenantId zone) {
        jdbc.update(
                "update tenants.application set state = ?, decided_at = ?, decided_by = ?, reason = ?, zone = ? where id = ?",
                state.name(),
                Timestamp.from(clock.instant()),
                person.displayName(),
                reason,
                zone == null ? null : zone.value(),
                id);
    }

    private static void check(Application.Form form) {
        required(form.zoneName(), "tenants.refusal.application.zoneName");
        required(form.levelType(), "tenants.refusal.application.level", LONGEST_LEVEL);
        required(form.contactName(), "tenants.refusal.application.contact");
        if (!PHONE.matcher(form.contactPhone().strip()).matches()) {
            throw new TenantRefused("tenants.refusal.application.phone");
        }
        matches(form.contactEmail(), EMAIL, "tenants.refusal.application.email");
        matches(form.division(), DIVISION, "tenants.refusal.application.division");
        var city = form.city();
        if (city != null && city.length() > LONGEST) {
            throw new TenantRefused("tenants.refusal.application.long", LONGEST);
        }
        var words = form.words();
        if (words != null && words.length() > LONGEST_WORDS) {
            throw new TenantRefused("tenants.refusal.application.long", LONGEST_WORDS);
        }
    }

    private static void required(String text, String key) {
        required(text, key, LONGEST);
    }

    private static void required(String text, String key, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new TenantRefused(key, longest);
        }
    }

    private static void matches(@Nullable String text, Pattern form, String key) {
        if (text != null && !text.isBlank() && !form.matcher(text.strip()).matches()) {
            throw new TenantRefused(key);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String hash(String address) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(address.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Application row(ResultSet row, int number) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        long zone = row.getLong("zone");
        boolean none = row.wasNull();
        return new Application(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                new Application.Form(
                        row.getString("zone_name"),
                        TenantKind.valueOf(row.getString("kind")),
                        row.getString("level_type"),
                        row.getString("city"),
                        row.getString("division"),
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        row.getString("words")),
                ApplicationState.valueOf(row.getString("state")),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decided_by"),
                row.getString("reason"),
                none ? null : new TenantId(zone));
    }
}
