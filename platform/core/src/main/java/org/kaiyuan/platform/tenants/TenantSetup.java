package org.kaiyuan.platform.tenants;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.FirstAdministrators;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantFieldRefused;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantRegister;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenancy.TenantStateRefused;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Setting a tenant up: what the register says of it, its modules, its logo, its first administrator. */
@Service
public class TenantSetup {
    private final InZone inZone;
    private final TenantRegister register;
    private final TenantRegistration registration;
    private final FirstAdministrators administrators;
    private final Permissions permissions;
    private final LifeSteps steps;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TenantSetup(
            InZone inZone,
            TenantRegister register,
            TenantRegistration registration,
            FirstAdministrators administrators,
            Permissions permissions,
            LifeSteps steps,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.inZone = inZone;
        this.register = register;
        this.registration = registration;
        this.administrators = administrators;
        this.permissions = permissions;
        this.steps = steps;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes a tenant into the register, to be set up.
     *
     * @param code 2 to 40 of a–z, 0–9 and hyphen, beginning with a letter
     * @throws TenantFieldRefused when the code is taken or a field not as it must be
     * @throws org.kaiyuan.platform.tenancy.TenantCodeRefused when the code is not of that form
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public TenantId begin(String code, Description description) {
        refuseUnknown(description.modules());
        var zone =
                java.util.Objects.requireNonNull(
                        transaction.execute(open -> {
                            var begun = registration.begin(code, description);
                            steps.write(begun, "begun", null, TenantState.SETTING_UP, null);
                            return begun;
                        }));
        return zone;
    }

    /**
     * @param basedOn the version that the person saw
     * @throws org.kaiyuan.platform.tenancy.TenantChangedMeanwhile when it is no longer so
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void describe(TenantId zone, long basedOn, Description description) {
        refuseUnknown(description.modules());
        inZone.run(
                zone,
                () -> {
                    var before = register.locked(zone);
                    refuseDeleted(before.name(), before.state());
                    registration.describe(before, basedOn, description);
                    steps.done(zone, "described", told(description));
                });
    }

    /** Of the tenant; empty when it has none. */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public Optional<Logo> logo(TenantId zone) {
        register.get(zone);
        return inZone.get(zone, this::read);
    }

    /** Of the current tenant; empty when it has none. Whoever is signed in there may see it. */
    @Transactional(readOnly = true)
    public Optional<Logo> ownLogo() {
        return CurrentTenant.maybe().isEmpty() ? Optional.empty() : read();
    }

    /**
     * @param content a PNG or JPEG; null takes the logo away
     * @throws TenantRefused when it is no such picture, or too large
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void putLogo(TenantId zone, byte @Nullable [] content) {
        var logo = content == null ? null : LogoContent.read(content);
        inZone.run(
                zone,
                () -> {
                    var tenant = register.locked(zone);
                    refuseDeleted(tenant.name(), tenant.state());
                    if (logo == null) {
                        jdbc.update("delete from tenants.logo");
                        steps.done(zone, "logoRemoved", null);
                        return;
                    }
                    jdbc.update(
                            """
                            insert into tenants.logo (tenant_id, media_type, content, changed_at) values (?, ?, ?, ?)
                            on conflict (tenant_id) do update set media_type = excluded.media_type,
                                content = excluded.content, changed_at = excluded.changed_at\
                            """,
                            zone.value(),
                            logo.mediaType(),
                            logo.content(),
                            Timestamp.from(clock.instant()));
                    steps.done(zone, "logoChanged", null);
                });
    }

    /**
     * Asks somebody to look after it, by a link that works once, for a week.
     *
     * @throws org.kaiyuan.platform.access.AccountRefused when it has an administrator
     * @throws TenantStateRefused when it is neither being set up nor active
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public Invitations.Written inviteAdministrator(
            TenantId zone, String displayName, @Nullable String email) {
        return inZone.get(
                zone,
                () -> {
                    var tenant = register.locked(zone);
                    if (tenant.state() != TenantState.SETTING_UP
                            && tenant.state() != TenantState.ACTIVE) {
                        throw new TenantStateRefused(
                                tenant.name(), tenant.state(), TenantState.ACTIVE);
                    }
                    var written = administrators.invite(displayName, email);
                    steps.done(zone, "invited", displayName.strip());
                    return written;
                });
    }

    private Optional<Logo> read() {
        return Optional.ofNullable(
                DataAccessUtils.singleResult(
                        jdbc.query(
                                "select media_type, content from tenants.logo",
                                (row, number) -> new Logo(row.getString(1), row.getBytes(2)))));
    }

    private void refuseUnknown(@Nullable Collection<String> modules) {
        if (modules == null) {
            return;
        }
        for (var word : modules) {
            if (!permissions.switchable().contains(word)) {
                throw new TenantRefused("tenants.refusal.module", word);
            }
        }
    }

    private static void refuseDeleted(String name, TenantState state) {
        if (state == TenantState.DELETED) {
            throw new TenantStateRefused(name, state, TenantState.SETTING_UP);
        }
    }

    private static String told(Description said) {
        var modules = said.modules();
        return "%s · %s · %s · %s · %s · %s"
                .formatted(
                        said.name(),
                        said.kind(),
                        said.levelType(),
                        said.city(),
                        said.divisions(),
                        modules == null ? "*" : new java.util.TreeSet<>(modules));
    }
}
