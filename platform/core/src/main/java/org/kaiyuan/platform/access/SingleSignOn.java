package org.kaiyuan.platform.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in to the current zone through a provider of its own (OpenID Connect): the security
 * administrator's to set up.
 *
 * @see <a href="../../../../../../../../docs/decisions/0022-foreign-sign-in-and-passkeys.md">decision 0022</a>
 */
@Service
public class SingleSignOn {
    static final String SUBJECT = "access.identity-provider";
    private static final int MOST_DOMAINS = 20;
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Where anybody gets an address: no zone speaks for them. */
    private static final Set<String> ANYBODYS =
            Set.of(
                    "qq.com",
                    "foxmail.com",
                    "163.com",
                    "126.com",
                    "yeah.net",
                    "sina.com",
                    "sina.cn",
                    "sohu.com",
                    "aliyun.com",
                    "139.com",
                    "189.cn",
                    "wo.cn",
                    "gmail.com",
                    "outlook.com",
                    "hotmail.com",
                    "live.com",
                    "icloud.com",
                    "yahoo.com");

    private final JdbcTemplate jdbc;
    private final IdentityProviders providers;
    private final ForeignAddresses addresses;
    private final InstallationKey installation;
    private final RoleKeeping roles;
    private final Permissions permissions;
    private final ChangeHistory history;
    private final TransactionTemplate transaction;

    SingleSignOn(
            JdbcTemplate jdbc,
            IdentityProviders providers,
            ForeignAddresses addresses,
            InstallationKey installation,
            RoleKeeping roles,
            Permissions permissions,
            ChangeHistory history,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.addresses = addresses;
        this.installation = installation;
        this.roles = roles;
        this.permissions = permissions;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How the zone's people sign in through its provider; its secret is told to nobody.
     *
     * @param issuer the provider's address, exactly as it calls itself
     * @param domains of the e-mail addresses that it vouches for
     * @param defaultRole what somebody holds who comes for the first time
     * @param secondFactorThere whether the provider itself asks for a second factor
     * @param version 0 for one that is not kept yet
     */
    public record Settings(
            String issuer,
            String clientId,
            Set<String> domains,
            String defaultRole,
            boolean secondFactorThere,
            boolean enabled,
            long version) {
        public Settings {
            domains = new TreeSet<>(domains);
        }
    }

    /** Empty while the zone has no provider. */
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public Optional<Settings> settings() {
        return Optional.ofNullable(transaction.execute(open -> read()));
    }

    /** The roles that somebody may hold who comes for the first time: none of an administrator's. */
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public List<RoleRow> rolesToBeginWith() {
        return roles.all().stream().filter(this::isToBeginWith).toList();
    }

    /**
     * Sets the provider up, after having asked it.
     *
     * @param secret null to keep the one that is there
     * @throws AccountRefused when it cannot be asked, is at a private address, a domain is not the zone's to
     *     claim, the role is an administrator's, or somebody changed it meanwhile
     */
    @PreAuthorize("hasRole('" + AccessPermissions.GRANT + "')")
    public Settings decide(Settings wanted, @Nullable String secret) {
        var clean = checked(wanted);
        addresses.check(URI.create(clean.issuer()));
        providers.probe(clean.issuer()); // holding no connection to the database
        transaction.executeWithoutResult(open -> write(clean, secret));
        return settings().orElseThrow();
    }

    /** From now on nobody comes in through it; who is in stays until their session ends. */
    @PreAuthorize("hasRole('" + AccessPermissions.GRANT + "')")
    public void remove() {
        transaction.executeWithoutResult(open -> {
            var before = read();
            if (before != null) {
                jdbc.update("delete from access.sign_in_domain where zone = ?", zone());
                jdbc.update("delete from access.identity_provider");
                record(
                        before,
                        "removed",
                        List.of(new FieldChange("issuer", before.issuer(), null)));
            }
        });
    }

    /**
     * Where whoever has this e-mail address signs in, as a path of this application; empty when no zone that
     * is active speaks for its domain.
     *
     * @param typed an e-mail address, or its domain alone
     */
    public Optional<String> pathFor(String typed) {
        var domain = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*@", "");
        if (!DOMAIN.matcher(domain).matches()) {
            return Optional.empty(); // what follows is put into a statement
        }
        var found =
                transaction.execute(open -> {
                    jdbc.execute("SET LOCAL app.email_domain = '" + domain + "'");
                    return jdbc.queryForList(
                            """
                            select t.code from access.sign_in_domain d
                            join tenancy.tenant t on t.id = d.zone and t.state = 'ACTIVE'
                            where d.domain = ?\
                            """,
                            String.class,
                            domain);
                });
        return found == null
                ? Optional.empty()
                : found.stream()
                        .filter(code -> providers.ofZone(code) != null)
                        .map(code -> "oauth2/authorization/" + code)
                        .findFirst();
    }

    private Settings checked(Settings wanted) {
        var issuer = wanted.issuer().strip();
        var clientId = wanted.clientId().strip();
        if (clientId.isEmpty() || issuer.isEmpty() || !isAddress(issuer)) {
            throw new AccountRefused("access.refusal.sso.incomplete");
        }
        var domains =
                wanted.domains().stream()
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .filter(domain -> !domain.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (domains.isEmpty() || domains.size() > MOST_DOMAINS) {
            throw new AccountRefused("access.refusal.sso.domains", MOST_DOMAINS);
        }
        for (var domain : domains) {
            if (!DOMAIN.matcher(domain).matches() || ANYBODYS.contains(domain)) {
                throw new AccountRefused("access.refusal.sso.domain", domain);
            }
        }
        return new Settings(
                issuer,
                clientId,
                domains,
                wanted.defaultRole(),
                wanted.secondFactorThere(),
                wanted.enabled(),
                wanted.version());
    }

    private static boolean isAddress(String issuer) {
        try {
            return URI.create(issuer).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void write(Settings wanted, @Nullable String secret) {
        var role =
                roles.offered().stream()
                        .filter(r -> r.id().equals(wanted.defaultRole()))
                        .findFirst()
                        .orElseThrow(() -> new UnknownRole(wanted.defaultRole()));
        if (!isToBeginWith(role)) {
            throw new AccountRefused("access.refusal.sso.role");
        }
        var before = read();
        if (before == null && (secret == null || secret.isBlank())) {
            throw new AccountRefused("access.refusal.sso.incomplete");
        }
        if ((before == null ? 0 : before.version()) != wanted.version()) {
            throw new AccountRefused("access.refusal.sso.changed");
        }
        if (before == null) {
            insert(wanted, String.valueOf(secret));
        } else {
            update(wanted, secret);
        }
        claim(wanted.domains());
        record(
                wanted,
                "decided",
                List.of(
                        change("issuer", before == null ? null : before.issuer(), wanted.issuer()),
                        change(
                                "clientId",
                                before == null ? null : before.clientId(),
                                wanted.clientId()),
                        change(
                                "domains",
                                before == null ? null : joined(before.domains()),
                                joined(wanted.domains())),
                        change(
                                "defaultRole",
                                before == null ? null : before.defaultRole(),
                                wanted.defaultRole()),
                        change(
                                "secondFactorThere",
                                before == null ? null : before.secondFactorThere(),
                                wanted.secondFactorThere()),
                        change(
                                "enabled",
                                before == null ? null : before.enabled(),
                                wanted.enabled()),
                        change("secret", null, secret == null || secret.isBlank() ? null : "***")));
    }

    private void insert(Settings wanted, String secret) {
        try {
            jdbc.update(
                    """
                    insert into access.identity_provider
                        (tenant_id, version, issuer, client_id, client_secret, default_role, second_factor_there, enabled)
                    values (?, 1, ?, ?, ?, ?, ?, ?)\
                    """,
                    zone(),
                    wanted.issuer(),
                    wanted.clientId(),
                    encrypted(secret),
                    wanted.defaultRole(),
                    wanted.secondFactorThere(),
                    wanted.enabled());
        } catch (DuplicateKeyException quicker) {
            throw new AccountRefused("access.refusal.sso.changed");
        }
    }

    private void update(Settings wanted, @Nullable String secret) {
        int changed =
                jdbc.update(
                        """
                        update access.identity_provider
                        set version = version + 1, issuer = ?, client_id = ?, client_secret = coalesce(?, client_secret),
                            default_role = ?, second_factor_there = ?, enabled = ?
                        where version = ?\
                        """,
                        wanted.issuer(),
                        wanted.clientId(),
                        secret == null || secret.isBlank() ? null : encrypted(secret),
                        wanted.defaultRole(),
                        wanted.secondFactorThere(),
                        wanted.enabled(),
                        wanted.version());
        if (changed == 0) {
            throw new AccountRefused("access.refusal.sso.changed");
        }
    }

    /** A domain that is another zone's stays that zone's. */
    private void claim(Collection<String> domains) {
        jdbc.update("delete from access.sign_in_domain where zone = ?", zone());
        var claimed =
                jdbc.queryForList(
                        """
                        insert into access.sign_in_domain (domain, zone) select unnest(?), ?
                        on conflict (domain) do nothing returning domain\
                        """,
                        String.class,
                        domains.toArray(new String[0]),
                        zone());
        domains.stream()
                .filter(domain -> !claimed.contains(domain))
                .findFirst()
                .ifPresent(taken -> {
                    throw new AccountRefused("access.refusal.sso.domainTaken", taken);
                });
    }

    private boolean isToBeginWith(RoleRow role) {
        var ofAllStaff = permissions.of(Role.ZONE_STAFF);
        return role.permissions().stream()
                        .noneMatch(
                                p -> permissions.reserved().contains(p) && !ofAllStaff.contains(p))
                && Role.ADMINISTRATORS.stream().noneMatch(a -> a.name().equals(role.id()));
    }

    private @Nullable Settings read() {
        return jdbc
                .query(
                        """
                        select p.issuer, p.client_id, p.default_role, p.second_factor_there, p.enabled, p.version,
                               array(select d.domain from access.sign_in_domain d where d.zone = p.tenant_id) as domains
                        from access.identity_provider p\
                        """,
                        SingleSignOn::row)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Settings row(ResultSet row, int number) throws SQLException {
        return new Settings(
                row.getString("issuer"),
                row.getString("client_id"),
                Set.of((String[]) row.getArray("domains").getArray()),
                row.getString("default_role"),
                row.getBoolean("second_factor_there"),
                row.getBoolean("enabled"),
                row.getLong("version"));
    }

    private byte[] encrypted(String secret) {
        return installation.encrypt(secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    private void record(Settings settings, String act, List<FieldChange> changes) {
        history.record(SUBJECT, new UUID(0, zone()), act, changes);
    }

    private static FieldChange change(
            String field, @Nullable Object before, @Nullable Object after) {
        return new FieldChange(
                field,
                before == null ? null : before.toString(),
                after == null ? null : after.toString());
    }

    private static String joined(Collection<String> domains) {
        return String.join(" ", domains);
    }

    private static long zone() {
        return CurrentTenant.get().value();
    }
}
