package org.kaiyuan.platform.tenants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes every step twice: into the operator's own record, which outlives the tenant, and into the tenant's history. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LifeSteps {
    static final String SUBJECT = "tenants.tenant";
    private static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    LifeSteps(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** A change of state; the tenant is the transaction's. */
    void moved(
            TenantId zone, String act, TenantState from, TenantState to, @Nullable String reason) {
        write(zone, act, from, to, reason);
        var changes = new ArrayList<FieldChange>();
        changes.add(new FieldChange("state", from.name(), to.name()));
        if (reason != null) {
            changes.add(new FieldChange("reason", null, reason));
        }
        history.record(SUBJECT, subject(zone), act, changes);
    }

    /** Anything else that was done; the tenant is the transaction's. */
    void done(TenantId zone, String act, @Nullable String what) {
        write(zone, act, null, null, what);
        history.record(
                SUBJECT,
                subject(zone),
                act,
                what == null ? List.of() : List.of(new FieldChange("what", null, what)));
    }

    /** Into the operator's record alone: for what is done while nothing of the tenant is left. */
    void write(
            TenantId zone,
            String act,
            @Nullable TenantState from,
            @Nullable TenantState to,
            @Nullable String reason) {
        jdbc.update(
                """
                insert into tenants.step (id, zone, at, act, from_state, to_state, actor, actor_name, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                UuidV7.next(),
                zone.value(),
                Timestamp.from(clock.instant()),
                act,
                from == null ? null : from.name(),
                to == null ? null : to.name(),
                ChangeHistory.actor(),
                ChangeHistory.actorName(),
                reason);
    }

    /** Newest first, at most 200. */
    List<LifeStep> of(TenantId zone) {
        return jdbc.query(
                """
                select id, at, act, from_state, to_state, actor_name, reason from tenants.step
                where zone = ? order by id desc limit ?\
                """,
                LifeSteps::row,
                zone.value(),
                MOST);
    }

    /** A tenant's number as the subject of its history, which knows UUIDs only. */
    static UUID subject(TenantId zone) {
        return new UUID(0, zone.value());
    }

    private static LifeStep row(ResultSet row, int number) throws SQLException {
        return new LifeStep(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("act"),
                state(row.getString("from_state")),
                state(row.getString("to_state")),
                row.getString("actor_name"),
                row.getString("reason"));
    }

    private static @Nullable TenantState state(@Nullable String name) {
        return name == null ? null : TenantState.valueOf(name);
    }
}
