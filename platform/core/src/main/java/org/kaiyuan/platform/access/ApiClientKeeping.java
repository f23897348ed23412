package org.kaiyuan.platform.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The programs that call the API in the current zone's name: letting them in, changing their secret, and
 * showing them out. A secret is told once; only its hash is kept.
 */
@Service
@Transactional
public class ApiClientKeeping {
    /** How long the secret before a rotation may go on working. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    static final String SUBJECT = AccessRecords.CLIENT;
    private static final int MOST = 200;
    private static final int MOST_ADDRESSES = 50;
    private static final int LONGEST_NAME = 60;
    private static final int SECRET_BYTES = 32;
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String CLIENTS =
            """
            select id, client_id, name, scopes, addresses, expires_at, created_at, created_by,
                   case when former_secret_until > ? then former_secret_until end as former_secret_until,
                   last_used_at, last_used_from, revoked_at, revoked_by, version
            from access.api_client
            """;

    private final JdbcTemplate jdbc;
    private final Permissions permissions;
    private final CurrentPerson current;
    private final TenantDirectory tenants;
    private final PasswordEncoder passwords;
    private final ChangeHistory history;
    private final Clock clock;

    ApiClientKeeping(
            JdbcTemplate jdbc,
            Permissions permissions,
            CurrentPerson current,
            TenantDirectory tenants,
            PasswordEncoder passwords,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.current = current;
        this.tenants = tenants;
        this.passwords = passwords;
        this.history = history;
        this.clock = clock;
    }

    /**
     * What a zone decides of a program.
     *
     * @param scopes permissions, at most those that whoever decides holds themselves
     * @param addresses networks (CIDR) that it may come from; empty: any
     * @param expiresAt null: never
     */
    public record Terms(
            String name,
            Collection<String> scopes,
            Collection<String> addresses,
            @Nullable Instant expiresAt) {}

    /** A program with its secret, which is shown here and nowhere else. */
    public record Told(ApiClientRow client, String secret) {}

    /**
     * A page by client id, revoked ones included.
     *
     * @param after client id of the last row of the page before; null for the first
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public List<ApiClientRow> list(@Nullable String after, int limit) {
        return jdbc.query(
                CLIENTS + "where client_id > ? order by client_id limit ?",
                this::row,
                Timestamp.from(clock.instant()),
                after == null ? "" : after,
                Math.clamp(limit, 1, MOST));
    }

    /** @throws UnknownApiClient also for another zone's */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public ApiClientRow get(UUID id) {
        return find(id);
    }

    /** What the current person could let a program do: what they may do themselves, but what is left to persons. */
    @PreAuthorize("hasRole('" + AccessPermissions.CLIENTS + "')")
    public List<String> grantable() {
        return permissions.ofPrograms().stream().filter(current::may).toList();
    }

    /** @throws ApiClientRefused when the terms are not the current person's to give, or there are too many */
    @PreAuthorize("hasRole('" + AccessPermissions.CLIENTS + "')")
    public Told create(Terms terms) {
        var wanted = checked(terms, List.of());
        var live =
                jdbc.queryForObject(
                        "select count(*) from access.api_client where revoked_at is null",
                        Long.class);
        if (live != null && live >= MOST) {
            throw new ApiClientRefused("access.refusal.client.tooMany", MOST);
        }
        var id = UuidV7.next();
        var secret = newSecret();
        jdbc.update(
                """
                insert into access.api_client
                    (client_id, zone, id, name, secret_hash, scopes, addresses, expires_at, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                newClientId(),
                CurrentTenant.get().value(),
                id,
                wanted.name(),
                passwords.encode(secret),
                array(wanted.scopes()),
                array(wanted.addresses()),
                timestamp(wanted.expiresAt()),
                Timestamp.from(clock.instant()),
                ChangeHistory.actorName());
        var made = find(id);
        history.record(
                SUBJECT,
                id,
                "created",
                List.of(
                        new FieldChange("name", null, made.name()),
                        new FieldChange("scopes", null, String.join(" ", made.scopes())),
                        new FieldChange("addresses", null, words(made.addresses())),
                        new FieldChange("expiresAt", null, text(made.expiresAt()))));
        return new Told(made, secret);
    }

    /**
     * Changes the terms; they hold from the program's next request on, whatever its token says.
     *
     * @param version as it was read
     * @throws ApiClientRefused as by {@link #create}; also when it was changed meanwhile, or revoked
     */
    @PreAuthorize("hasRole('" + AccessPermissions.CLIENTS + "')")
    public ApiClientRow change(UUID id, long version, Terms terms) {
        var before = live(id, version);
        var wanted = checked(terms, before.scopes());
        changed(
                before,
                jdbc.update(
                        """
                        update access.api_client
                        set name = ?, scopes = ?, addresses = ?, expires_at = ?, version = version + 1
                        where id = ? and version = ? and revoked_at is null\
                        """,
                        wanted.name(),
                        array(wanted.scopes()),
                        array(wanted.addresses()),
                        timestamp(wanted.expiresAt()),
                        id,
                        version));
        var now = find(id);
        history.record(
                SUBJECT,
                id,
                "changed",
                List.of(
                        new FieldChange("name", before.name(), now.name()),
                        new FieldChange(
                                "scopes",
                                String.join(" ", before.scopes()),
                                String.join(" ", now.scopes())),
                        new FieldChange(
                                "addresses", words(before.addresses()), words(now.addresses())),
                        new FieldChange(
                                "expiresAt", text(before.expiresAt()), text(now.expiresAt()))));
        return now;
    }

    /**
     * Gives the program a new secret. One that still worked besides the present one ends.
     *
     * @param version as it was read
     * @param formerUntil until when the present secret goes on working, within {@link #LONGEST_OVERLAP};
     *     null: it ends now
     * @throws ApiClientRefused when the program may do more than the current person, the overlap is too long,
     *     or it was changed meanwhile, or revoked
     */
    @PreAuthorize("hasRole('" + AccessPermissions.CLIENTS + "')")
    public Told rotate(UUID id, long version, @Nullable Instant formerUntil) {
        var before = live(id, version);
        for (var scope : before.scopes()) {
            if (!current.may(scope)) { // who knows the secret may do what the program may
                throw new ApiClientRefused("access.refusal.client.notYours", scope);
            }
        }
        var now = clock.instant();
        if (formerUntil != null
                && (!formerUntil.isAfter(now) || formerUntil.isAfter(now.plus(LONGEST_OVERLAP)))) {
            throw new ApiClientRefused("access.refusal.client.overlap", LONGEST_OVERLAP.toDays());
        }
        var secret = newSecret();
        changed(
                before,
                jdbc.update(
                        """
                        update access.api_client
                        set former_secret_hash = case when ?::timestamptz is null then null else secret_hash end,
                            former_secret_until = ?, secret_hash = ?, version = version + 1
                        where id = ? and version = ? and revoked_at is null\
                        """,
                        timestamp(formerUntil),
                        timestamp(formerUntil),
                        passwords.encode(secret),
                        id,
                        version));
        history.record(
                SUBJECT,
                id,
                "rotated",
                formerUntil == null
                        ? List.of()
                        : List.of(
                                new FieldChange(
                                        "formerSecretUntil", null, formerUntil.toString())));
        return new Told(find(id), secret);
    }

    /** For good, at once: tokens that it holds stop at their next request. Once more changes nothing. */
    @PreAuthorize("hasRole('" + AccessPermissions.CLIENTS + "')")
    public ApiClientRow revoke(UUID id) {
        find(id);
        int revoked =
                jdbc.update(
                        """
                        update access.api_client
                        set enabled = false, revoked_at = ?, revoked_by = ?, former_secret_hash = null,
                            former_secret_until = null, version = version + 1
                        where id = ? and revoked_at is null\
                        """,
                        Timestamp.from(clock.instant()),
                        ChangeHistory.actorName(),
                        id);
        if (revoked > 0) {
            history.record(SUBJECT, id, "revoked", List.of());
        }
        return find(id);
    }

    private ApiClientRow find(UUID id) {
        return jdbc
                .query(CLIENTS + "where id = ?", this::row, Timestamp.from(clock.instant()), id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownApiClient::new);
    }

    private ApiClientRow live(UUID id, long version) {
        var client = find(id);
        if (client.revokedAt() != null) {
            throw new ApiClientRefused("access.refusal.client.revoked", client.name());
        }
        changed(client, client.version() == version ? 1 : 0);
        return client;
    }

    private static void changed(ApiClientRow before, int rows) {
        if (rows == 0) {
            throw new ApiClientRefused("access.refusal.client.changed", before.name());
        }
    }

    /** @param held what the program may do already, which whoever changes it need not hold to leave it so */
    private Terms checked(Terms terms, Collection<String> held) {
        var name = terms.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ApiClientRefused("access.refusal.client.name", LONGEST_NAME);
        }
        if (terms.scopes().isEmpty()) {
            throw new ApiClientRefused("access.refusal.client.nothing");
        }
        for (var scope : terms.scopes()) {
            if (!permissions.all().contains(scope)) {
                throw new ApiClientRefused("access.refusal.scope", scope);
            }
            if (!permissions.ofPrograms().contains(scope) && !held.contains(scope)) {
                throw new ApiClientRefused("access.refusal.client.persons", scope);
            }
            if (!current.may(scope) && !held.contains(scope)) {
                throw new ApiClientRefused("access.refusal.client.notYours", scope);
            }
        }
        if (terms.expiresAt() != null && !terms.expiresAt().isAfter(clock.instant())) {
            throw new ApiClientRefused("access.refusal.client.over");
        }
        return new Terms(
                name,
                new TreeSet<>(terms.scopes()),
                networks(terms.addresses()),
                terms.expiresAt());
    }

    private static Collection<String> networks(Collection<String> wanted) {
        var networks = new TreeSet<String>();
        for (var text : wanted) {
            try {
                networks.add(AddressRange.of(text).toString());
            } catch (IllegalArgumentException neither) {
                throw new ApiClientRefused("access.refusal.client.network", text.strip());
            }
        }
        if (networks.size() > MOST_ADDRESSES) {
            throw new ApiClientRefused("access.refusal.client.networks", MOST_ADDRESSES);
        }
        return networks;
    }

    /** Tells the zone, so that people know it in logs; unique across zones without anybody asking. */
    private String newClientId() {
        var code = tenants.find(CurrentTenant.get()).orElseThrow().code();
        var id = new StringBuilder(code).append('-');
        for (int i = 0; i < 10; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private ApiClientRow row(ResultSet row, int number) throws SQLException {
        var scopes = Standing.strings(row.getArray("scopes"));
        var addresses = Standing.strings(row.getArray("addresses"));
        return new ApiClientRow(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("name"),
                scopes == null ? permissions.ofApiClients() : new TreeSet<>(scopes),
                addresses == null ? List.of() : addresses,
                instant(row, "expires_at"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                instant(row, "former_secret_until"),
                instant(row, "last_used_at"),
                row.getString("last_used_from"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(new String[0]);
    }

    private static @Nullable String words(Collection<String> values) {
        return values.isEmpty() ? null : String.join(" ", values);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
