package org.kaiyuan.platform.tenants;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.FirstAdministrators;
import org.kaiyuan.platform.access.StillZones;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantRegister;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.kaiyuan.platform.tenancy.TenantRow;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenancy.TenantStateRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Leading a tenant through its life: set up, active, suspended, to be deleted. Every step has a reason or needs
 * none, is written down with who took it, and holds from the next request of whoever is signed in.
 *
 * @see <a href="../../../../../../../../docs/decisions/0019-the-life-of-a-tenant.md">decision 0019</a>
 */
@Service
public class TenantLife {
    private static final int LONGEST_REASON = 500;

    private final InZone inZone;
    private final TenantRegister register;
    private final TenantRegistration registration;
    private final FirstAdministrators administrators;
    private final StillZones still;
    private final LifeSteps steps;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;
    private final int coolingDays;

    TenantLife(
            InZone inZone,
            TenantRegister register,
            TenantRegistration registration,
            FirstAdministrators administrators,
            StillZones still,
            LifeSteps steps,
            CurrentPerson person,
            JdbcTemplate jdbc,
            @Value("${kaiyuan.tenants.cooling-off-days:30}") int coolingDays) {
        if (coolingDays < 1 || coolingDays > 3650) {
            throw new IllegalArgumentException(
                    "kaiyuan.tenants.cooling-off-days is 1 to 3650, not " + coolingDays);
        }
        this.inZone = inZone;
        this.register = register;
        this.registration = registration;
        this.administrators = administrators;
        this.still = still;
        this.steps = steps;
        this.person = person;
        this.jdbc = jdbc;
        this.coolingDays = coolingDays;
    }

    /**
     * A deletion that was asked for.
     *
     * @param due from when it may be carried out
     */
    public record Closing(
            Instant requestedAt, Instant due, int coolingDays, String requestedBy, String reason) {}

    /** How it was when its deletion was asked for. */
    private record Before(TenantState state, @Nullable String reason) {}

    /** @throws org.kaiyuan.platform.tenancy.UnknownTenant when there is none */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public TenantRow get(TenantId zone) {
        return register.get(zone);
    }

    /** @throws org.kaiyuan.platform.tenancy.UnknownTenant when there is none */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public TenantRow byCode(String code) {
        return register.byCode(code);
    }

    /** @see TenantRegister#search */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public List<TenantRow> search(
            String words, @Nullable TenantState state, @Nullable TenantId after, int limit) {
        return register.search(words, state, after, limit);
    }

    /** What was done with it, newest first, at most 200 lines. */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public List<LifeStep> steps(TenantId zone) {
        return inZone.get(zone, () -> steps.of(zone));
    }

    /** The deletion that was asked for; empty when none was. */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public Optional<Closing> closing(TenantId zone) {
        return inZone.get(zone, () -> Optional.ofNullable(closingOf(zone)));
    }

    /**
     * From being set up to work.
     *
     * @throws TenantRefused when nobody looks after it and nobody was asked to
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void activate(TenantId zone) {
        become(zone, TenantState.SETTING_UP, TenantState.ACTIVE, "activated", null);
    }

    /** @param reason is shown to the tenant's people and programs */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void suspend(TenantId zone, String reason) {
        become(zone, TenantState.ACTIVE, TenantState.SUSPENDED, "suspended", checked(reason));
    }

    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void resume(TenantId zone, String reason) {
        become(zone, TenantState.SUSPENDED, TenantState.ACTIVE, "resumed", checked(reason));
    }

    /** Begins the cooling-off period; until it is over the request can be withdrawn, and all data is kept. */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void requestDeletion(TenantId zone, String reason) {
        var why = checked(reason);
        inZone.run(
                zone,
                () -> {
                    var tenant = register.locked(zone);
                    registration.become(tenant, TenantState.CLOSING, why);
                    jdbc.update(
                            """
                            insert into tenants.deletion (zone, cooling_days, from_state, from_reason, requested_by, reason)
                            values (?, ?, ?, ?, ?, ?)\
                            """,
                            zone.value(),
                            coolingDays,
                            tenant.state().name(),
                            tenant.stateReason(),
                            person.displayName(),
                            why);
                    steps.moved(
                            zone, "deletionRequested", tenant.state(), TenantState.CLOSING, why);
                });
        still.changed(zone);
    }

    /**
     * Takes the request back; the tenant is then what it was before.
     *
     * @throws TenantRefused when the deletion has begun
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public void withdrawDeletion(TenantId zone, String reason) {
        var why = checked(reason);
        inZone.run(
                zone,
                () -> {
                    var tenant = register.locked(zone);
                    if (tenant.state() != TenantState.CLOSING) {
                        throw new TenantStateRefused(
                                tenant.name(), tenant.state(), TenantState.ACTIVE);
                    }
                    var before =
                            java.util.Objects.requireNonNull(
                                    jdbc.queryForObject(
                                            "select from_state, from_reason from tenants.deletion where zone = ?",
                                            (row, number) ->
                                                    new Before(
                                                            TenantState.valueOf(row.getString(1)),
                                                            row.getString(2)),
                                            zone.value()));
                    if (jdbc.update(
                                    "delete from tenants.deletion where zone = ? and begun_at is null",
                                    zone.value())
                            == 0) {
                        throw new TenantRefused(
                                Refusal.Kind.CONFLICT,
                                "tenants.refusal.deletionBegun",
                                tenant.name());
                    }
                    registration.become(tenant, before.state(), before.reason());
                    steps.moved(
                            zone, "deletionWithdrawn", TenantState.CLOSING, before.state(), why);
                });
        still.changed(zone);
    }

    private void become(
            TenantId zone, TenantState from, TenantState to, String act, @Nullable String reason) {
        inZone.run(
                zone,
                () -> {
                    var tenant = register.locked(zone);
                    if (tenant.state() != from) {
                        throw new TenantStateRefused(tenant.name(), tenant.state(), to);
                    }
                    if (from == TenantState.SETTING_UP
                            && !administrators.isThere()
                            && !administrators.isInvited()) {
                        throw new TenantRefused(
                                Refusal.Kind.CONFLICT,
                                "tenants.refusal.noAdministrator",
                                tenant.name());
                    }
                    registration.become(tenant, to, to == TenantState.SUSPENDED ? reason : null);
                    steps.moved(zone, act, from, to, reason);
                });
        still.changed(zone);
    }

    private @Nullable Closing closingOf(TenantId zone) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        """
                        select requested_at, requested_at + make_interval(days => cooling_days) as due, cooling_days,
                               requested_by, reason
                        from tenants.deletion where zone = ?\
                        """,
                        (row, number) ->
                                new Closing(
                                        row.getTimestamp("requested_at").toInstant(),
                                        row.getTimestamp("due").toInstant(),
                                        row.getInt("cooling_days"),
                                        row.getString("requested_by"),
                                        row.getString("reason")),
                        zone.value()));
    }

    static String checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new TenantRefused("tenants.refusal.reason", LONGEST_REASON);
        }
        return reason.strip();
    }
}
