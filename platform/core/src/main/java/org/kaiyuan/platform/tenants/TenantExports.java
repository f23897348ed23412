package org.kaiyuan.platform.tenants;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.jobs.Jobs;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantRegister;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenancy.TenantStateRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking everything of a tenant along, as a documented archive: by its own administrator, or by the operator
 * before it is deleted. It is written in the background and kept for a week.
 *
 * @see <a href="../../../../../../../../docs/decisions/0020-export-and-deletion.md">decision 0020</a>
 */
@Service
public class TenantExports {
    private static final int MOST = 20;

    private final InZone inZone;
    private final TenantRegister register;
    private final ExportFolder folder;
    private final LifeSteps steps;
    private final Jobs jobs;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    TenantExports(
            InZone inZone,
            TenantRegister register,
            ExportFolder folder,
            LifeSteps steps,
            Jobs jobs,
            CurrentPerson person,
            JdbcTemplate jdbc,
            Clock clock) {
        this.inZone = inZone;
        this.register = register;
        this.folder = folder;
        this.steps = steps;
        this.jobs = jobs;
        this.person = person;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An archive to be taken along.
     *
     * @param name what it may be called on a person's disk
     */
    public record Download(String name, long bytes, Path file) {
        public void sendTo(OutputStream to) throws IOException {
            Files.copy(file, to);
        }
    }

    /**
     * By the tenant's own administrator.
     *
     * @throws TenantRefused while one is being written
     */
    @Transactional
    @PreAuthorize("hasRole('" + TenantsPermissions.EXPORT + "')")
    public UUID begin() {
        return begin(CurrentTenant.get());
    }

    /** The current tenant's, newest first, at most 20. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + TenantsPermissions.EXPORT + "')")
    public List<TenantExport> own() {
        return list();
    }

    /** @throws UnknownExport when there is none, or it is not ready, or gone, or another tenant's */
    @Transactional
    @PreAuthorize("hasRole('" + TenantsPermissions.EXPORT + "')")
    public Download open(UUID id) {
        return download(CurrentTenant.get(), id);
    }

    /**
     * By the operator, also while the tenant is suspended or to be deleted.
     *
     * @throws TenantRefused while one is being written
     * @throws TenantStateRefused when nothing of it is left
     */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public UUID beginFor(TenantId zone) {
        return inZone.get(
                zone,
                () -> {
                    var tenant = register.locked(zone);
                    if (tenant.state() == TenantState.DELETED) {
                        throw new TenantStateRefused(
                                tenant.name(), tenant.state(), TenantState.ACTIVE);
                    }
                    return begin(zone);
                });
    }

    /** Newest first, at most 20. */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public List<TenantExport> of(TenantId zone) {
        return inZone.get(zone, this::list);
    }

    /** @throws UnknownExport when there is none, or it is not ready, or gone */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public Download openFor(TenantId zone, UUID id) {
        return inZone.get(zone, () -> download(zone, id));
    }

    private UUID begin(TenantId zone) {
        var id = UuidV7.next();
        try {
            jdbc.update(
                    "insert into tenants.export (tenant_id, id, requested_at, requested_by) values (?, ?, ?, ?)",
                    zone.value(),
                    id,
                    Timestamp.from(clock.instant()),
                    person.username());
        } catch (DuplicateKeyException busy) {
            throw new TenantRefused(Refusal.Kind.CONFLICT, "tenants.refusal.export.busy");
        }
        jobs.submit(TenantExportJob.KIND, zone, id);
        steps.done(zone, "exportBegun", null);
        return id;
    }

    private Download download(TenantId zone, UUID id) {
        var ready =
                jdbc.queryForList(
                        "select id from tenants.export where id = ? and state = 'READY'",
                        UUID.class,
                        id);
        var file = folder.archive(zone, id);
        if (ready.isEmpty() || !Files.isRegularFile(file)) {
            throw new UnknownExport();
        }
        steps.done(zone, "exportTaken", null);
        try {
            return new Download(
                    "kaiyuan-%s-%s.zip".formatted(register.get(zone).code(), id),
                    Files.size(file),
                    file);
        } catch (IOException gone) {
            throw new UnknownExport();
        }
    }

    private List<TenantExport> list() {
        return jdbc.query(
                "select * from tenants.export order by id desc limit ?", TenantExports::row, MOST);
    }

    static TenantExport row(ResultSet row, int number) throws SQLException {
        long bytes = row.getLong("bytes");
        boolean unknown = row.wasNull();
        var finished = row.getTimestamp("finished_at");
        return new TenantExport(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                ExportState.valueOf(row.getString("state")),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("requested_by"),
                row.getString("doing"),
                row.getInt("done"),
                row.getInt("total"),
                row.getLong("rows"),
                unknown ? null : bytes,
                row.getString("sha256"),
                finished == null ? null : finished.toInstant(),
                row.getString("incident"));
    }
}
