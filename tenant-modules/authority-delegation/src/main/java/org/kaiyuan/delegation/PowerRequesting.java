package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.RequestStore.Held;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 点菜: asking for a power. What is sent is told to the supervisor, which keeps it as a record of its own; where the zone
 * has none on the platform it notes the answers itself.
 */
@Service
@Transactional
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class PowerRequesting {
    /** What the history calls a request, and what its files hang on. */
    public static final String SUBJECT = "delegation.power-request";

    private static final int LONGEST_WHY = 2000;

    private final JdbcTemplate jdbc;
    private final RequestStore store;
    private final ZoneSupervisors supervisors;
    private final TenantDirectory tenants;
    private final Attachments attachments;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PowerRequesting(
            JdbcTemplate jdbc,
            RequestStore store,
            ZoneSupervisors supervisors,
            TenantDirectory tenants,
            Attachments attachments,
            ChangeHistory history,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.supervisors = supervisors;
        this.tenants = tenants;
        this.attachments = attachments;
        this.history = history;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a draft.
     *
     * @throws DelegationFieldsRefused with all that is wrong
     * @throws UnknownMatter when the zone's catalogue has no such matter
     * @throws PowerRequestRefused when it is a supervisor that asks
     */
    public PowerRequestId begin(PowerRequestDraft draft) {
        var me = CurrentTenant.get();
        if (supervisors.isSupervisor(me)) {
            throw PowerRequestRefused.ofSupervisor();
        }
        draft.check();
        var said = named(draft);
        var id = PowerRequestId.next();
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                """
                insert into delegation.power_request (tenant_id, id, side, zone_id, zone_name, state, matter_id, matter_code,
                    matter_name, original_authority, reason, cases, cases_said, readiness_said, begun_at, begun_by, begun_name,
                    updated_at)
                values (?, ?, 'PARK', ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                me.value(),
                id.value(),
                me.value(),
                tenants.find(me).orElseThrow().name(),
                said.matter() == null ? null : said.matter().value(),
                said.matterCode(),
                said.matterName(),
                said.originalAuthority(),
                said.reason(),
                said.cases(),
                said.casesSaid(),
                said.readinessSaid(),
                now,
                person.username(),
                person.displayName(),
                now);
        history.record(SUBJECT, id.value(), "begun", changes(null, said));
        return id;
    }

    /**
     * Says something else of it, as long as nobody works on it.
     *
     * @param basedOn the version that was seen
     * @throws UnknownPowerRequest when there is none
     * @throws PowerRequestRefused when it is neither a draft nor was returned
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused with all that is wrong
     */
    public void revise(PowerRequestId id, PowerRequestDraft draft, long basedOn) {
        draft.check();
        var before = writable(id, basedOn);
        var said = named(draft);
        jdbc.update(
                """
                update delegation.power_request set matter_id = ?, matter_code = ?, matter_name = ?, original_authority = ?,
                    reason = ?, cases = ?, cases_said = ?, readiness_said = ?, updated_at = ?, version = version + 1
                where id = ?\
                """,
                said.matter() == null ? null : said.matter().value(),
                said.matterCode(),
                said.matterName(),
                said.originalAuthority(),
                said.reason(),
                said.cases(),
                said.casesSaid(),
                said.readinessSaid(),
                Timestamp.from(clock.instant()),
                id.value());
        history.record(SUBJECT, id.value(), "revised", changes(before.said(), said));
    }

    /**
     * Sends it, or sends it again; all steps answer then, the first one first. Its files go with it.
     *
     * @param supervisor who is to work on it; null where the zone has no supervisor on the platform. One that was sent before
     *     goes to the same again
     * @param basedOn the version that was seen
     * @throws UnknownPowerRequest when there is none
     * @throws PowerRequestRefused when it is neither a draft nor was returned, or they do not supervise the zone
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused with all that is missing
     */
    public void send(PowerRequestId id, @Nullable TenantId supervisor, long basedOn) {
        var before = writable(id, basedOn);
        before.said().checkWhole();
        var to = chosen(before.round() == 0 ? supervisor : before.supervisor(), before.round());
        var now = clock.instant();
        var published = before.said().published();
        jdbc.update(
                """
                update delegation.power_request set round = round + 1, told = told + 1, sent_at = ?, sent_said = ?::jsonb,
                    supervisor_id = ?, supervisor_name = ?
                where id = ?\
                """,
                Timestamp.from(now),
                Wordings.JSON.writeValueAsString(published),
                to == null ? null : to.id().value(),
                to == null ? null : to.name(),
                id.value());
        store.settle(id);
        history.record(
                SUBJECT,
                id.value(),
                before.round() == 0 ? "sent" : "sentAgain",
                HistoryWords.ifSaid("supervisor", to == null ? null : to.name()));
        if (to != null) {
            events.publishEvent(
                    new PowerRequestTold(
                            to.id(),
                            CurrentTenant.get(),
                            before.zoneName(),
                            to.name(),
                            id.value(),
                            before.told() + 1,
                            before.round() + 1,
                            published,
                            now,
                            null,
                            null,
                            files(id)));
        }
    }

    /**
     * Takes it back.
     *
     * @param why told to the supervisor; needed once it was sent
     * @param basedOn the version that was seen
     * @throws UnknownPowerRequest when there is none
     * @throws PowerRequestRefused when it has ended
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused without a reason
     */
    public void withdraw(PowerRequestId id, @Nullable String why, long basedOn) {
        var reason = why == null || why.isBlank() ? null : why.strip();
        var before = own(id, basedOn);
        if (before.state().hasEnded()) {
            throw PowerRequestRefused.state(before.state());
        }
        if (reason == null && before.round() > 0) {
            throw new DelegationFieldsRefused("reason", "delegation.rule.required");
        }
        if (reason != null && reason.length() > LONGEST_WHY) {
            throw new DelegationFieldsRefused("reason", "delegation.rule.longest", LONGEST_WHY);
        }
        var now = clock.instant();
        jdbc.update(
                "update delegation.power_request set told = told + 1, withdrawn_at = ?, withdrawn_why = ? where id = ?",
                Timestamp.from(now),
                reason,
                id.value());
        store.settle(id);
        history.record(
                SUBJECT, id.value(), "withdrawn", HistoryWords.ifSaid("withdrawnWhy", reason));
        var supervisor = before.supervisor();
        if (supervisor != null && before.round() > 0) {
            events.publishEvent(
                    new PowerRequestTold(
                            supervisor,
                            CurrentTenant.get(),
                            before.zoneName(),
                            String.valueOf(before.supervisorName()),
                            id.value(),
                            before.told() + 1,
                            before.round(),
                            Objects.requireNonNull(before.sentSaid()),
                            Objects.requireNonNull(before.sentAt()),
                            now,
                            reason,
                            List.of()));
        }
    }

    private Held writable(PowerRequestId id, long basedOn) {
        var held = own(id, basedOn);
        if (!held.state().isWritable()) {
            throw PowerRequestRefused.state(held.state());
        }
        return held;
    }

    private Held own(PowerRequestId id, long basedOn) {
        var held = store.hold(id);
        if (held.side() != RequestSide.PARK) {
            throw new UnknownPowerRequest();
        }
        if (held.version() != basedOn) {
            throw PowerChangedMeanwhile.of(history, id.value(), held.version(), basedOn);
        }
        return held;
    }

    private @Nullable Supervisor chosen(@Nullable TenantId wanted, int round) {
        if (wanted == null && round > 0) {
            return null; // the park notes the answers itself, as before
        }
        var all = supervisors.of(CurrentTenant.get());
        if (wanted == null) {
            if (all.isEmpty()) {
                return null;
            }
            throw new DelegationFieldsRefused("supervisor", "delegation.rule.required");
        }
        return all.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(PowerRequestRefused::noSupervisor);
    }

    /** With the code and the name that the catalogue gives it. */
    private PowerRequestDraft named(PowerRequestDraft draft) {
        var matter = draft.matter();
        if (matter == null) {
            return draft;
        }
        return jdbc
                .query(
                        "select code, name from delegation.matter where id = ?",
                        (row, n) -> draft.of(matter, row.getString(1), row.getString(2)),
                        matter.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownMatter::new);
    }

    private List<UUID> files(PowerRequestId id) {
        return attachments.of(PowerRequestRecords.of(id), null, Attachments.MOST).items().stream()
                .map(AttachedFile::id)
                .map(file -> file.value())
                .toList();
    }

    private static List<FieldChange> changes(
            @Nullable PowerRequestDraft before, PowerRequestDraft after) {
        var was = before == null ? new @Nullable Object[7] : values(before);
        var is = values(after);
        var names =
                List.of(
                        "matter",
                        "matterCode",
                        "authority",
                        "reason",
                        "casesAsked",
                        "casesSaid",
                        "readinessSaid");
        var changes = new ArrayList<FieldChange>();
        for (int i = 0; i < is.length; i++) {
            changes.add(change(names.get(i), was[i], is[i]));
        }
        return changes;
    }

    private static @Nullable Object[] values(PowerRequestDraft said) {
        return new @Nullable Object[] {
            said.matterName(),
            said.matterCode(),
            said.originalAuthority().isEmpty() ? null : said.originalAuthority(),
            said.reason().isEmpty() ? null : said.reason(),
            said.cases(),
            said.casesSaid(),
            said.readinessSaid()
        };
    }
}
