package org.kaiyuan.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history of every record and of every act: written in the transaction of what it tells, never changed
 * itself.
 */
@Service
public class ChangeHistory {
    /** The largest page. */
    public static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final Chains chains;
    private final Clock clock;

    ChangeHistory(JdbcTemplate jdbc, Chains chains, Clock clock) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.clock = clock;
    }

    /**
     * Writes what became of a record, in the name of who is signed in. Fields that did not change are
     * left out; an act without fields is one line. Where no zone is current it is written into the
     * platform's own chain.
     *
     * @param subjectKind such as {@code enterprises.enterprise}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String subjectKind, UUID subjectId, String act, List<FieldChange> changes) {
        var zone = CurrentTenant.maybe().map(TenantId::value).orElse(Chains.PLATFORM);
        write(zone, Acting.now(), subjectKind, List.of(subjectId), act, changes);
    }

    /** As {@link #record}, the same of many records, in one batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordEach(
            String subjectKind,
            Collection<UUID> subjectIds,
            String act,
            List<FieldChange> changes) {
        var zone = CurrentTenant.maybe().map(TenantId::value).orElse(Chains.PLATFORM);
        write(zone, Acting.now(), subjectKind, subjectIds, act, changes);
    }

    /**
     * Writes into the chain of this zone what somebody did who is not, or not yet, signed in there: a
     * sign-in, or what the operator did for a zone.
     *
     * @param zone null for the platform's own chain
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOf(
            @Nullable TenantId zone,
            Acting acting,
            String subjectKind,
            UUID subjectId,
            String act,
            List<FieldChange> changes) {
        write(
                zone == null ? Chains.PLATFORM : zone.value(),
                acting,
                subjectKind,
                List.of(subjectId),
                act,
                changes);
    }

    /** What one record's line says. */
    private record Line(UUID subjectId, @Nullable FieldChange change) {}

    private void write(
            long zone,
            Acting acting,
            String subjectKind,
            Collection<UUID> subjectIds,
            String act,
            List<FieldChange> changes) {
        var lines = new ArrayList<Line>();
        for (var subjectId : subjectIds) {
            for (var change : changes) {
                if (!Objects.equals(change.before(), change.after())) {
                    lines.add(new Line(subjectId, change));
                }
            }
            if (changes.isEmpty()) {
                lines.add(new Line(subjectId, null));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        var at = Timestamp.from(clock.instant());
        var cameFrom = acting.cameFrom();
        chains.within(
                zone,
                () ->
                        jdbc.batchUpdate(
                                """
                                insert into audit.change
                                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, came_from, address,
                                     act, field, before, after)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                                """,
                                new BatchPreparedStatementSetter() {
                                    @Override
                                    public void setValues(java.sql.PreparedStatement line, int i)
                                            throws SQLException {
                                        var change = lines.get(i).change();
                                        line.setLong(1, zone);
                                        line.setObject(2, UuidV7.next());
                                        line.setString(3, subjectKind);
                                        line.setObject(4, lines.get(i).subjectId());
                                        line.setTimestamp(5, at);
                                        line.setString(6, acting.username());
                                        line.setString(7, acting.name());
                                        line.setObject(
                                                8,
                                                cameFrom == null ? null : cameFrom.value(),
                                                Types.BIGINT);
                                        line.setString(9, acting.address());
                                        line.setString(10, act);
                                        line.setString(11, change == null ? null : change.field());
                                        line.setString(12, change == null ? null : change.before());
                                        line.setString(13, change == null ? null : change.after());
                                    }

                                    @Override
                                    public int getBatchSize() {
                                        return lines.size();
                                    }
                                }));
    }

    /**
     * What became of the records, the newest lines first; one statement, however many records they are.
     *
     * @param before where the page before ended; null for the newest
     * @param limit at most {@link #MOST}
     */
    @Transactional(readOnly = true)
    public List<ChangeEntry> of(
            Collection<UUID> subjects, @Nullable ChangePlace before, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var arguments = new ArrayList<Object>();
        arguments.add(subjects.toArray(UUID[]::new));
        if (before != null) {
            arguments.add(Timestamp.from(before.at()));
            arguments.add(before.id());
        }
        arguments.add(most);
        arguments.add(most);
        return jdbc.query(
                """
                select c.* from unnest(?::uuid[]) as s (id) cross join lateral (
                    select id, subject_id, at, actor, actor_name, act, field, before, after from audit.change
                    where subject_id = s.id %s order by at desc, id desc limit ?) c
                order by c.at desc, c.id desc limit ?\
                """
                        .formatted(before == null ? "" : "and (at, id) < (?, ?)"),
                ChangeHistory::row,
                arguments.toArray());
    }

    /**
     * The lines of the newest acts, oldest first, at most 200: for telling what a conflict is about, so
     * without those that changed nothing (somebody saw something unmasked).
     *
     * @param acts how many acts; one act may have several lines
     */
    @Transactional(readOnly = true)
    public List<ChangeEntry> newest(UUID subjectId, int acts) {
        return jdbc.query(
                """
                select id, subject_id, at, actor, actor_name, act, field, before, after from audit.change
                where subject_id = ? and act <> 'unmasked' and at in (
                    select distinct at from audit.change
                    where subject_id = ? and act <> 'unmasked' order by at desc limit ?)
                order by at, id limit 200\
                """,
                ChangeHistory::row,
                subjectId,
                subjectId,
                Math.clamp(acts, 1, 50));
    }

    /** The sign-in name under which what happens now is recorded. */
    public static String actor() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? "system" : signedIn.getName();
    }

    /** What colleagues call who acts now. */
    public static String actorName() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof ActsInTenant someone) {
            var name = someone.displayName();
            return name == null ? signedIn.getName() : name;
        }
        return actor();
    }

    private static ChangeEntry row(ResultSet row, int number) throws SQLException {
        return new ChangeEntry(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("field"),
                row.getString("before"),
                row.getString("after"));
    }
}
