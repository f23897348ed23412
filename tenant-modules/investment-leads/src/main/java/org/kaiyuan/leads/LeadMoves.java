package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Gates;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.persistence.UuidV7;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moving a lead from stage to stage, past the gates; putting it aside and taking it up again. */
@Service
@Transactional
public class LeadMoves {
    private final LeadSight sight;
    private final LeadStore store;
    private final LeadRulesKeeping rules;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final LeadReporting reporting;
    private final Attachments attachments;
    private final ObjectProvider<LeadLandEvidence> land;
    private final Clock clock;

    LeadMoves(
            LeadSight sight,
            LeadStore store,
            LeadRulesKeeping rules,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            LeadReporting reporting,
            Attachments attachments,
            ObjectProvider<LeadLandEvidence> land,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.rules = rules;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.reporting = reporting;
        this.attachments = attachments;
        this.land = land;
        this.clock = clock;
    }

    /**
     * The gates that would refuse; none when it may go there.
     *
     * @throws UnknownLead when there is none that may be seen
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public List<RefusedGate> refusing(LeadId id, LeadStage to) {
        var lead = sight.get(id);
        return refusing(lead, to);
    }

    /**
     * Moves it. Forwards past every gate on the way; backwards, before 签约, with a reason.
     *
     * @throws LeadGatesRefused when gates refuse and are not overridden
     * @throws LeadMoveRefused for a step back behind 签约, or to where it is
     * @throws LeadStateRefused when it is put aside
     * @throws OverrideRefused when gates are overridden without a reason, or a file of this lead
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void move(LeadId id, MoveOrder order) {
        var lead = sight.hold(id);
        move(lead, order);
    }

    /**
     * As {@link #move}, when the lead is still as the person saw it.
     *
     * @throws LeadMoveRefused when somebody else has moved it since
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void moveFrom(LeadId id, LeadStage seenIn, MoveOrder order) {
        var lead = sight.hold(id);
        if (lead.stage() != seenIn) {
            throw LeadMoveRefused.meanwhile(lead.stage(), order.to());
        }
        move(lead, order);
    }

    /**
     * 搁置, 流转 or 终止; nothing is due of it any more.
     *
     * @throws LeadReasonRefused without a reason
     * @throws LeadStateRefused when it is so already
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void putAside(LeadId id, LeadState state, @Nullable String reason) {
        if (state == LeadState.ACTIVE) {
            throw new LeadStateRefused(state);
        }
        become(id, state, LeadReason.checked(reason));
    }

    /**
     * Takes it up again where it stood.
     *
     * @throws LeadStateRefused when it is pursued already
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public void takeUp(LeadId id, @Nullable String reason) {
        become(id, LeadState.ACTIVE, LeadReason.checked(reason));
    }

    private void become(LeadId id, LeadState state, String reason) {
        var lead = sight.hold(id);
        var before = lead.state();
        lead.become(state, reason, clock.instant());
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                id.value(),
                "state",
                List.of(
                        new FieldChange("state", before.name(), state.name()),
                        new FieldChange("stateReason", null, reason)));
        reporting.report(lead);
    }

    private void move(Lead lead, MoveOrder order) {
        var now = clock.instant();
        var from = lead.stage();
        var to = order.to();
        var ranks = rules.current().order();
        boolean back = ranks.indexOf(to) < ranks.indexOf(from);
        if (from == to || (back && from.isSigned() && !to.isSigned())) {
            throw new LeadMoveRefused(from, to);
        }
        if (lead.state() != LeadState.ACTIVE) {
            throw new LeadStateRefused(lead.state());
        }
        var reason = order.reason() == null || order.reason().isBlank() ? null : order.reason();
        if (back || reason != null) {
            reason = LeadReason.checked(reason);
        }
        var refused = back ? List.<RefusedGate>of() : refusing(lead, to);
        if (!refused.isEmpty()) {
            if (!order.override()) {
                throw new LeadGatesRefused(to, refused);
            }
            refuseBareOverride(lead, order);
        }
        var overridden = refused.stream().map(RefusedGate::gate).toList();
        long days = Math.max(0, ChronoUnit.DAYS.between(lead.stageSince(), now));
        var moveId = UuidV7.next();
        lead.enter(to, moveId, to.isSigned() ? signedOn(lead) : null, now);
        store.save(lead);
        jdbc.update(
                """
                insert into leads.stage_move
                    (tenant_id, id, lead_id, from_stage, to_stage, at, days, actor, actor_name, reason, overridden, file_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                lead.tenantId().value(),
                moveId,
                lead.id().value(),
                from.name(),
                to.name(),
                Timestamp.from(now),
                days,
                person.username(),
                person.displayName(),
                reason,
                overridden.stream().map(Enum::name).toArray(String[]::new),
                overridden.isEmpty() ? null : order.file());
        if (to.isSigned() && !back) {
            jdbc.update(
                    """
                    insert into leads.milestone (tenant_id, lead_id, stage, actual_on) values (?, ?, ?, ?)
                    on conflict (tenant_id, lead_id, stage) do update
                        set actual_on = coalesce(leads.milestone.actual_on, excluded.actual_on)\
                    """,
                    lead.tenantId().value(),
                    lead.id().value(),
                    to.name(),
                    to == LeadStage.SIGNED && lead.signedOn() != null
                            ? lead.signedOn()
                            : LocalDate.now(clock));
        }
        var changes = new ArrayList<FieldChange>();
        changes.add(new FieldChange("stage", from.name(), to.name()));
        if (reason != null) {
            changes.add(new FieldChange("reason", null, reason));
        }
        if (!overridden.isEmpty()) {
            changes.add(new FieldChange("overridden", null, overridden.toString()));
            changes.add(new FieldChange("file", null, nameOf(order.file())));
        }
        history.record(
                Lead.SUBJECT,
                lead.id().value(),
                overridden.isEmpty() ? "moved" : "overridden",
                changes);
        reporting.report(lead);
    }

    private void refuseBareOverride(Lead lead, MoveOrder order) {
        if (!person.may(LeadPermissions.OVERRIDE)) {
            throw new AccessDeniedException("Overriding a gate needs leads:override");
        }
        if (order.reason() == null
                || order.reason().isBlank()
                || order.file() == null
                || !hasFile(lead.id(), order.file())) {
            throw new OverrideRefused();
        }
    }

    private List<RefusedGate> refusing(Lead lead, LeadStage to) {
        var ranks = rules.current().order();
        int from = ranks.indexOf(lead.stage());
        int wanted = ranks.indexOf(to);
        if (wanted <= from) {
            return List.of();
        }
        var entered = ranks.subList(from + 1, wanted + 1);
        return Gates.refusing(
                entered, shown(lead, !entered.contains(LeadStage.LAND) || isSupplied(lead)));
    }

    /** Whoever keeps land is asked; where nobody does, nobody could ever supply it. */
    private boolean isSupplied(Lead lead) {
        var known = land.orderedStream().toList();
        return known.isEmpty() || known.stream().anyMatch(one -> one.isSupplied(lead.id()));
    }

    private Gates.Shown shown(Lead lead, boolean landSupplied) {
        var id = lead.id().value();
        var cleared = EnumSet.noneOf(ClearanceKind.class);
        jdbc.query(
                "select kind from leads.clearance where lead_id = ?",
                row -> {
                    cleared.add(ClearanceKind.valueOf(row.getString(1)));
                },
                id);
        boolean hasFile = !attachments.of(LeadRecords.of(lead.id()), null, 1).items().isEmpty();
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select coalesce((select state = 'PASSED' from leads.review where lead_id = ? and state in ('PASSED', 'FAILED')
                                         order by closed_at desc limit 1), false),
                               exists (select from leads.agreement where lead_id = ? and kind in ('INVESTMENT', 'ENTRY'))\
                        """,
                        (row, number) ->
                                new Gates.Shown(
                                        lead.profile(),
                                        lead.owner(),
                                        hasFile,
                                        row.getBoolean(1),
                                        row.getBoolean(2),
                                        lead.enterpriseId() != null,
                                        landSupplied,
                                        cleared),
                        id,
                        id));
    }

    private boolean hasFile(LeadId id, UUID file) {
        try {
            return attachments.find(new FileId(file)).record().equals(LeadRecords.of(id));
        } catch (UnknownFile none) {
            return false;
        }
    }

    /** History is read by people, also when the file is gone. */
    private @Nullable String nameOf(@Nullable UUID file) {
        return file == null ? null : attachments.find(new FileId(file)).name();
    }

    private @Nullable LocalDate signedOn(Lead lead) {
        return jdbc.queryForObject(
                "select min(signed_on) from leads.agreement where lead_id = ? and kind in ('INVESTMENT', 'ENTRY')",
                LocalDate.class,
                lead.id().value());
    }
}
