package org.kaiyuan.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current tenant has to do with others: kept by the one that gives, told to the partner as a record
 * of the partner's own.
 *
 * <p>An entrustment lets the partner's active staff act here with exactly the permissions that it names,
 * from its first day to its last, and not one request longer.
 */
@Service
@Transactional
public class Relations {
    static final String SUBJECT = "access.relation";
    private static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final TenantDirectory tenants;
    private final Permissions permissions;
    private final ChangeHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Relations(
            JdbcTemplate jdbc,
            TenantDirectory tenants,
            Permissions permissions,
            ChangeHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.permissions = permissions;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A relation that the current tenant gives.
     *
     * @param permissions what an entrustment names; empty for other kinds
     * @param document the paper that it rests on: number and title
     * @param endedAt when it was ended before its last day; null otherwise
     */
    public record Line(
            UUID id,
            RelationKind kind,
            TenantId partner,
            String partnerName,
            Set<String> permissions,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String document,
            @Nullable Instant endedAt,
            long version) {

        /** Whether it holds on that day. */
        public boolean holdsOn(LocalDate day) {
            return endedAt == null
                    && !day.isBefore(startsOn)
                    && (endsOn == null || !day.isAfter(endsOn));
        }
    }

    /** A relation that another tenant gives to the current one. */
    public record Received(
            UUID id,
            RelationKind kind,
            String giverName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String document,
            @Nullable Instant endedAt) {}

    /** Newest first, at most 200. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public List<Line> given() {
        return jdbc.query(
                "select * from access.relation order by id desc limit ?", Relations::line, MOST);
    }

    /** Newest first, at most 200. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public List<Received> received() {
        return jdbc.query(
                "select * from access.received_relation order by id desc limit ?",
                Relations::receivedLine,
                MOST);
    }

    /**
     * Begins a relation.
     *
     * @param partnerCode the partner's code
     * @throws RelationRefused when there is no such partner, it is oneself, the dates or the document are not
     *     as they must be, or a permission is not one that can be entrusted
     */
    @PreAuthorize("hasRole('" + AccessPermissions.RELATE + "')")
    public UUID begin(
            RelationKind kind,
            String partnerCode,
            Collection<String> entrusted,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String document) {
        var me = CurrentTenant.get();
        var partner =
                tenants.byCode(partnerCode.strip())
                        .filter(found -> tenants.isKept(found.id()))
                        .orElseThrow(() ->
                                new RelationRefused(
                                        "access.refusal.relation.partner", partnerCode));
        if (partner.id().equals(me)) {
            throw new RelationRefused("access.refusal.relation.yourself");
        }
        check(kind, entrusted, startsOn, endsOn, document);
        var id = UuidV7.next();
        jdbc.update(
                """
                insert into access.relation
                    (tenant_id, id, kind, partner_id, partner_name, permissions, starts_on, ends_on, document, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                me.value(),
                id,
                kind.name(),
                partner.id().value(),
                partner.name(),
                new TreeSet<>(entrusted).toArray(new String[0]),
                startsOn,
                endsOn,
                document.strip(),
                ChangeHistory.actor());
        history.record(
                SUBJECT,
                id,
                "begun",
                List.of(
                        new FieldChange("kind", null, kind.name()),
                        new FieldChange("partner", null, partner.name()),
                        new FieldChange(
                                "permissions", null, String.join(" ", new TreeSet<>(entrusted))),
                        new FieldChange("startsOn", null, startsOn.toString()),
                        new FieldChange("endsOn", null, endsOn == null ? null : endsOn.toString()),
                        new FieldChange("document", null, document.strip())));
        publish(id);
        return id;
    }

    /** Ends it now, whatever its last day; one that has ended stays as it is. */
    @PreAuthorize("hasRole('" + AccessPermissions.RELATE + "')")
    public void end(UUID id) {
        if (find(id).isEmpty()) {
            throw new UnknownRelation();
        }
        int ended =
                jdbc.update(
                        """
                        update access.relation set ended_at = ?, ended_by = ?, version = version + 1
                        where id = ? and ended_at is null\
                        """,
                        Timestamp.from(clock.instant()),
                        ChangeHistory.actor(),
                        id);
        if (ended > 0) {
            history.record(SUBJECT, id, "ended", List.of());
            publish(id);
        }
    }

    private void publish(UUID id) {
        var me = tenants.find(CurrentTenant.get()).orElseThrow();
        var relation = find(id).orElseThrow();
        events.publishEvent(
                new RelationPublished(
                        relation.partner(),
                        id,
                        relation.kind(),
                        me.id(),
                        me.name(),
                        relation.startsOn(),
                        relation.endsOn(),
                        relation.document(),
                        relation.endedAt()));
    }

    private Optional<Line> find(UUID id) {
        return jdbc
                .query("select * from access.relation where id = ?", Relations::line, id)
                .stream()
                .findFirst();
    }

    private void check(
            RelationKind kind,
            Collection<String> entrusted,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String document) {
        if (document.isBlank()) {
            throw new RelationRefused("access.refusal.relation.document");
        }
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw new RelationRefused("access.refusal.relation.dates");
        }
        if (kind == RelationKind.ENTRUSTS && entrusted.isEmpty()) {
            throw new RelationRefused("access.refusal.relation.nothing");
        }
        for (var permission : entrusted) {
            if (kind != RelationKind.ENTRUSTS || !permissions.ofZones().contains(permission)) {
                throw new RelationRefused("access.refusal.relation.permission", permission);
            }
        }
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Line(
                row.getObject("id", UUID.class),
                RelationKind.valueOf(row.getString("kind")),
                new TenantId(row.getLong("partner_id")),
                row.getString("partner_name"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("document"),
                ended == null ? null : ended.toInstant(),
                row.getLong("version"));
    }

    private static Received receivedLine(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Received(
                row.getObject("id", UUID.class),
                RelationKind.valueOf(row.getString("kind")),
                row.getString("giver_name"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("document"),
                ended == null ? null : ended.toInstant());
    }
}
