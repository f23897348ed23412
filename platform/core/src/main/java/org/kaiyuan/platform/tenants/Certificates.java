package org.kaiyuan.platform.tenants;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantRow;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Certificates of what was deleted: they stay when the tenant is gone, and each names the one before. */
@Service
@Transactional(readOnly = true)
public class Certificates {
    private static final String FIRST = "0".repeat(64);

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Certificates(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Empty while the tenant is not deleted. */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public Optional<Certificate> of(TenantId zone) {
        return Optional.ofNullable(
                DataAccessUtils.singleResult(
                        jdbc.query(
                                "select number, issued_at, content, sha256, previous from tenants.certificate where zone = ?",
                                (row, number) ->
                                        new Certificate(
                                                row.getLong(1),
                                                row.getTimestamp(2).toInstant(),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5)),
                                zone.value())));
    }

    /** In the transaction that says that the tenant is deleted; one after the other, whichever node issues it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void issue(TenantRow tenant, Map<String, Long> removed, int tablesLookedAt) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('tenants.certificate', 0))",
                (row, number) -> true);
        var before =
                jdbc.queryForList(
                        "select sha256 from tenants.certificate order by number desc limit 1",
                        String.class);
        var previous = before.isEmpty() ? FIRST : before.getFirst();
        var at = clock.instant();
        var content = new LinkedHashMap<String, Object>();
        content.put("certificate", "kaiyuan-tenant-deletion");
        content.put("version", 1);
        content.put(
                "tenant",
                Map.of(
                        "number",
                        tenant.id().value(),
                        "code",
                        tenant.code(),
                        "name",
                        tenant.name()));
        jdbc.query(
                "select requested_at, requested_by, reason, cooling_days, begun_at from tenants.deletion where zone = ?",
                row -> {
                    content.put("requestedAt", row.getTimestamp(1).toInstant().toString());
                    content.put("requestedBy", row.getString(2));
                    content.put("reason", row.getString(3));
                    content.put("coolingOffDays", row.getInt(4));
                    content.put("begunAt", row.getTimestamp(5).toInstant().toString());
                },
                tenant.id().value());
        content.put("finishedAt", at.toString());
        content.put(
                "removed",
                removed.entrySet().stream()
                        .map(entry -> Map.of("what", entry.getKey(), "count", entry.getValue()))
                        .toList());
        content.put("tablesFoundEmpty", tablesLookedAt);
        content.put("previousCertificate", previous);
        var text = json.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        jdbc.update(
                "insert into tenants.certificate (zone, issued_at, content, sha256, previous) values (?, ?, ?, ?, ?)",
                tenant.id().value(),
                Timestamp.from(at),
                text,
                HexFormat.of()
                        .formatHex(Archive.sha256().digest(text.getBytes(StandardCharsets.UTF_8))),
                previous);
    }

    /** Whether all certificates are there and as they were issued; the number of the first that is not. */
    @PreAuthorize("hasRole('" + TenantsPermissions.OPERATE + "')")
    public Optional<Long> firstFault() {
        var faults =
                jdbc.query(
                        """
                        select number from (
                            select number, sha256, content, previous,
                                   lag(sha256, 1, repeat('0', 64)) over (order by number) as before
                            from tenants.certificate) c
                        where sha256 <> encode(sha256(convert_to(content, 'UTF8')), 'hex') or previous <> before
                        order by number limit 1\
                        """,
                        (row, number) -> row.getLong(1));
        return faults.stream().findFirst();
    }
}
